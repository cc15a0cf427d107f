import * as fs from "node:fs";
import { fileErrorCode } from "./file-error";
import { Ending, readMembers } from "./json-members";
import { ResourceChange, resourceChange, shownChange } from "./resource-change";
import { UnusablePlan } from "./unusable-plan";
import { isList, isObject, Value } from "./values";

/** An output whose value changes. */
export interface OutputChange {
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
}

/** What a plan says beside its resources. */
export interface PlanHead {
  readonly terraformVersion: string | undefined;
  /** Terraform stopped with an error while it made this plan. */
  readonly errored: boolean;
  /** False where the plan leaves something out: `-target`, or changes that Terraform puts off. */
  readonly complete: boolean;
  readonly outputs: readonly OutputChange[];
  /** Names of `check` blocks, preconditions and postconditions that do not hold. */
  readonly failedChecks: readonly string[];
}

/** Told every resource as it is read. */
export interface ResourceReader {
  readonly change: (change: ResourceChange) => void;
  /** A resource that was changed outside of Terraform. */
  readonly drift: (change: ResourceChange) => void;
}

const wanted: ReadonlyMap<string, "whole" | "elements"> = new Map([
  ["format_version", "whole"],
  ["terraform_version", "whole"],
  ["errored", "whole"],
  ["complete", "whole"],
  ["resource_changes", "elements"],
  ["resource_drift", "elements"],
  ["output_changes", "whole"],
  ["checks", "elements"],
]);

/** Bytes that are read at a time: small beside a plan, large beside a system call. */
const chunkSize = 256 * 1024;

/** Reads a plan's file. Throws `UnusablePlan` for everything that is none. */
export function readPlanFile(file: string, reader: ResourceReader): PlanHead {
  let descriptor: number;
  try {
    if (fs.statSync(file).isDirectory()) throw new UnusablePlan(`${file} is a folder, not the JSON of a plan`);
    descriptor = fs.openSync(file, "r");
  } catch (error) {
    if (error instanceof UnusablePlan) throw error;
    const code = fileErrorCode(error);
    throw new UnusablePlan(code === "ENOENT" ? `there is no file ${file}` : `${file} cannot be read: ${code}`);
  }
  try {
    return readPlan(chunksOf(descriptor), file, reader);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Reads a plan that comes in pieces; `name` is what messages call it. */
export function readPlan(chunks: Iterable<Buffer>, name: string, reader: ResourceReader): PlanHead {
  const members = new Set<string>();
  const head = new Map<string, unknown>();
  const failedChecks: string[] = [];
  const counts = new Map<string, number>();
  const opening = new Opening(chunks);
  const ending = readMembers(opening, {
    wanted,
    member: (member) => members.add(member),
    value: (member, json) => {
      const value = parse(json, member, name);
      // As absent: a member that Terraform leaves out, other programs write as null.
      if (value === null) return;
      const index = counts.get(member) ?? 0;
      counts.set(member, index + 1);
      // The version comes first in every plan, so that nothing of an unknown one is read.
      if (member === "format_version") checkVersion(value, name);
      if (member === "resource_changes") reader.change(resourceChange(value, `${name}: ${member}[${index}]`));
      else if (member === "resource_drift") reader.drift(resourceChange(value, `${name}: ${member}[${index}]`));
      else if (member === "checks") failedChecks.push(...failedCheck(value));
      else head.set(member, value);
    },
  });
  refuseOthers(name, ending, opening.start, members);
  const terraformVersion = head.get("terraform_version");
  return {
    terraformVersion: typeof terraformVersion === "string" ? terraformVersion : undefined,
    errored: head.get("errored") === true,
    complete: head.get("complete") !== false,
    outputs: outputChanges(head.get("output_changes")),
    failedChecks,
  };
}

/** Everything that people give this program by mistake, told by what it is. */
function refuseOthers(name: string, ending: Ending, start: Buffer, members: ReadonlySet<string>): void {
  const { first, closed, trailing, bytes } = ending;
  const show = "run `terraform show -json <plan file> > plan.json` and give it plan.json";
  if (bytes === 0 || (first === undefined && !closed)) throw new UnusablePlan(`${name} is empty: ${show}`);
  if (start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) {
    throw new UnusablePlan(`${name} is a plan in Terraform's own format, which only Terraform reads: ${show}`);
  }
  if (start[0] === 0xff || start[0] === 0xfe) {
    throw new UnusablePlan(`${name} is text in UTF-16, which PowerShell's > writes: write it as UTF-8`);
  }
  if (first !== 0x7b) throw new UnusablePlan(`${name} is not the JSON of a plan, which begins with {: ${show}`);
  if (!closed) throw new UnusablePlan(`${name} is cut off: the JSON ends in its middle, after ${bytes} bytes`);
  if (trailing || members.has("@level")) {
    throw new UnusablePlan(
      members.has("@level")
        ? `${name} is the log of \`terraform plan -json\`: plan with -out=<plan file>, then ${show}`
        : `${name} goes on after the end of its JSON: it is not what terraform show -json wrote`,
    );
  }
  if (members.has("serial") && members.has("lineage")) {
    throw new UnusablePlan(`${name} is a state file, not a plan: plan with -out=<plan file>, then ${show}`);
  }
  if (members.has("format_version") && members.has("values") && !members.has("planned_values")) {
    throw new UnusablePlan(`${name} is the JSON of a state, not of a plan: name the plan file, as in ${show}`);
  }
  if (members.has("terraform") && (members.has("resource") || members.has("provider"))) {
    throw new UnusablePlan(`${name} is a configuration, not a plan: plan with -out=<plan file>, then ${show}`);
  }
  if (!members.has("format_version")) {
    throw new UnusablePlan(`${name} is JSON without a format_version, so not a plan: ${show}`);
  }
  if (!members.has("planned_values") && !members.has("resource_changes") && !members.has("errored")) {
    throw new UnusablePlan(`${name} has a format_version and nothing of a plan: ${show}`);
  }
}

/** "Reject any input which reports an unsupported major version": the format's own rule. */
function checkVersion(version: unknown, name: string): void {
  if (typeof version === "string" && /^1\.\d+$/.test(version)) return;
  const found = typeof version === "string" && /^[\w.-]{1,20}$/.test(version) ? version : "that is none";
  throw new UnusablePlan(
    `${name} has format_version ${found}; this program reads 1.x, which Terraform writes from 1.1 on`,
  );
}

function parse(json: string, member: string, name: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Node's message quotes the text, which may hold a secret.
    throw new UnusablePlan(`${name} is not JSON: something is wrong in "${member}"`);
  }
}

function outputChanges(value: unknown): OutputChange[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, change]) => {
    if (!isObject(change) || !isList(change["actions"])) return [];
    if (change["actions"].join() === "no-op") return [];
    return [{ name, ...shownChange(change) }];
  });
}

function failedCheck(value: unknown): string[] {
  if (!isObject(value) || (value["status"] !== "fail" && value["status"] !== "error")) return [];
  const address = isObject(value["address"]) ? value["address"]["to_display"] : undefined;
  return [typeof address === "string" ? address : "(no address)"];
}

/** Passes pieces on and remembers how the first began. */
class Opening implements Iterable<Buffer> {
  public start = Buffer.alloc(0);

  public constructor(private readonly chunks: Iterable<Buffer>) {}

  public *[Symbol.iterator](): Generator<Buffer> {
    for (const chunk of this.chunks) {
      if (this.start.length === 0) this.start = Buffer.from(chunk.subarray(0, 4));
      yield chunk;
    }
  }
}

/** One buffer for the whole file: whoever keeps bytes of it copies them. */
function* chunksOf(descriptor: number): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkSize);
  for (;;) {
    const length = fs.readSync(descriptor, buffer, 0, chunkSize, null);
    if (length === 0) return;
    yield buffer.subarray(0, length);
  }
}
