import * as fs from "node:fs";
import { fileErrorCode } from "./file-error";
import { Ending, readMembers } from "./json-members";
import { UnusablePlan } from "./unusable-plan";

/** Where a plan comes from: a file, or its text. */
export type PlanSource = { readonly file: string } | { readonly json: string };

export interface PlanMembers {
  readonly wanted: ReadonlyMap<string, "whole" | "elements">;
  /** Told every wanted value in the file's order; `index` counts those of the same member. */
  readonly value: (member: string, value: unknown, index: number) => void;
}

/** Bytes that are read at a time: small beside a plan, large beside a system call. */
const chunkSize = 256 * 1024;

/**
 * Reads members of a plan: of the JSON that `terraform show -json <plan file>` writes.
 * https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 *
 * @throws {UnusablePlan} for everything that is none, in words
 */
export function readPlanMembers(source: PlanSource, members: PlanMembers): void {
  if ("json" in source) {
    scan([Buffer.from(source.json)], "the plan", members);
    return;
  }
  const { file } = source;
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
    scan(chunksOf(descriptor), file, members);
  } finally {
    fs.closeSync(descriptor);
  }
}

function scan(chunks: Iterable<Buffer>, name: string, { wanted, value }: PlanMembers): void {
  const names = new Set<string>();
  const counts = new Map<string, number>();
  const opening = new Opening(chunks);
  const ending = readMembers(opening, {
    wanted: new Map([...wanted, ["format_version", "whole"]]),
    member: (member) => names.add(member),
    value: (member, json) => {
      const parsed = parse(json, member, name);
      // As absent: a member that Terraform leaves out, other programs write as null.
      if (parsed === null) return;
      // The version comes first in every plan, so that nothing of an unknown one is read.
      if (member === "format_version") checkVersion(parsed, name);
      else {
        const index = counts.get(member) ?? 0;
        counts.set(member, index + 1);
        value(member, parsed, index);
      }
    },
  });
  refuseOthers(name, ending, opening.start, names);
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
