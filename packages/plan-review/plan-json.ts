import { bytesOf, UnusablePlan } from "./unusable-plan";
import { isObject, type JsonObject } from "./values";

/** Source of a plan: a file, or its content. */
type PlanSource = { readonly file: string } | { readonly json: string };

/** The file name that means standard input. */
const standardInput = "-";

const show = "run `terraform show -json <plan file> > plan.json` and use plan.json";
const showAgain = `plan with -out=<plan file>, then ${show}`;
const logOfPlan = `the log of \`terraform plan -json\`: ${showAgain}`;

/**
 * Reads the JSON that `terraform show -json <plan file>` writes.
 * https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 *
 * @throws {UnusablePlan} for anything else, with a message that says what the input is instead
 */
export function parsePlan(source: PlanSource): JsonObject {
  const name = "json" in source ? "the plan" : source.file === standardInput ? "standard input" : source.file;
  const text = "json" in source ? source.json : textOf(source.file);
  const value = parse(text, name);
  if (!isObject(value)) throw notAPlan(name);
  refuseOthers(value, name);
  return value;
}

function textOf(file: string): string {
  const bytes = bytesOf(file === standardInput ? 0 : file);
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") {
    throw new UnusablePlan(`${file} is a plan in Terraform's own format, which only Terraform reads: ${show}`);
  }
  if (bytes[0] === 0xff || bytes[0] === 0xfe) {
    throw new UnusablePlan(`${file} is text in UTF-16, which PowerShell's > writes: write it as UTF-8`);
  }
  // Skips the byte order mark that some shells write.
  return bytes.toString("utf8", bytes[0] === 0xef ? 3 : 0);
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Node's message is only inspected, never passed on: it quotes the input, which may contain a secret.
    throw notJson(text.trim(), name, error instanceof Error ? error.message : "");
  }
}

function notJson(text: string, name: string, message: string): UnusablePlan {
  if (text === "") return new UnusablePlan(`${name} is empty: ${show}`);
  if (!text.startsWith("{")) return notAPlan(name);
  if (text.startsWith('{"@level"')) return new UnusablePlan(`${name} is ${logOfPlan}`);
  const [, position = ""] = /position (\d+)/.exec(message) ?? [];
  if (/^(Unexpected end|Unterminated)/.test(message) || (position !== "" && Number(position) >= text.length)) {
    return new UnusablePlan(`${name} is cut off: the JSON ends in the middle, after ${Buffer.byteLength(text)} bytes`);
  }
  const words = message.includes("after JSON")
    ? "continues after the end of its JSON: it is not what terraform show -json wrote"
    : `is not valid JSON${position === "" ? "" : ` at character ${Number(position) + 1}`}`;
  return new UnusablePlan(`${name} ${words}`);
}

function notAPlan(name: string): UnusablePlan {
  return new UnusablePlan(`${name} is not a plan in JSON, which begins with {: ${show}`);
}

/** Other JSON files that are mistaken for a plan: members they have, members they lack, and a description of each. */
const others: readonly (readonly [has: string, hasNot: string, words: string])[] = [
  ["@level", "", logOfPlan],
  ["serial lineage", "", `a state file, not a plan: ${showAgain}`],
  ["format_version values", "planned_values", `the JSON of a state, not of a plan: name the plan file, as in ${show}`],
  ["terraform resource", "", `a configuration, not a plan: ${showAgain}`],
  ["terraform provider", "", `a configuration, not a plan: ${showAgain}`],
  ["", "format_version", `JSON without a format_version, so not a plan: ${show}`],
];

function refuseOthers(value: JsonObject, name: string): void {
  const has = (member: string): boolean => Object.hasOwn(value, member);
  const split = (members: string): string[] => members.split(" ").filter(Boolean);
  const other = others.find(([members, absent]) => split(members).every(has) && !split(absent).some(has));
  if (other !== undefined) throw new UnusablePlan(`${name} is ${other[2]}`);
  checkVersion(value["format_version"], name);
  if (!["planned_values", "resource_changes", "errored"].some(has)) {
    throw new UnusablePlan(`${name} has a format_version but is not a plan: ${show}`);
  }
}

/** "Reject any input which reports an unsupported major version" is the format's own rule. */
function checkVersion(version: unknown, name: string): void {
  if (typeof version === "string" && /^1\.\d+$/.test(version)) return;
  const found = typeof version === "string" && /^[\w.-]{1,20}$/.test(version) ? version : "of another type";
  throw new UnusablePlan(
    `${name} has format_version ${found}; this program reads 1.x, which Terraform has written since 1.1`,
  );
}
