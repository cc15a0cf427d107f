import { compare, count } from "@pipelines/findings/text";
import { columns } from "@pipelines/operations/words";
import type { Resource } from "@pipelines/local-aws/resource";
import type { Effect } from "./effects";

/** Returns what exists, by service; objects and delete markers in buckets are counted, not listed. */
export function resourceTable(resources: readonly Resource[]): string[] {
  const content = resources.filter(({ service, kind }) => service === "s3" && kind !== "bucket");
  const rows = resources
    .filter((each) => !content.includes(each))
    .map(({ service, kind, name, version, state }) => {
      const inside = content.filter((each) => service === "s3" && each.name.startsWith(`${name}/`)).length;
      return [service, kind, name, version ?? "", state ?? (inside === 0 ? "" : count(inside, "object version"))];
    })
    .sort((a, b) => compare(a[0] ?? "", b[0] ?? ""));
  return columns([["SERVICE", "RESOURCE", "NAME", "VERSION", "STATE"], ...rows]);
}

/** Returns text such as `+ container recipe  dev-hello-world 1.0.1`. */
export function effectLine({ sign, kind, name, version, state }: Effect): string {
  return [`${sign} ${kind.padEnd(29)}`, name, version, state].filter((part) => part !== undefined).join(" ");
}

export function seconds(from: number, to = Date.now()): string {
  return `${((to - from) / 1000).toFixed(1)} s`;
}

/**
 * Returns the errors that Terraform printed, without duplicates or any other output from Terraform and the CDKTF CLI.
 */
export function errorOf(output: string): string {
  const lines = output.split("\n").map((line) => line.replace(/^[╷│╵] ?/, "").trimEnd());
  const errors = new Set<string>();
  lines.forEach((line, index) => {
    const column = line.search(/(?<=^\S*\s*)Error: /);
    if (column < 0) return;
    const rest = lines.slice(index + 1);
    // The CLI indents lines that belong together. An error ends at two empty lines, at the next error or at the CLI's
    // closing message.
    const end = rest.findIndex(
      (next, at) => /^\S*\s*Error: |^\d+ Stacks? /.test(next) || (next === "" && rest[at + 1] === ""),
    );
    const block = [line, ...rest.slice(0, end < 0 ? undefined : end)].map((each) =>
      /^\s*$/.test(each.slice(0, column)) || each === line ? each.slice(column) : each,
    );
    errors.add(block.join("\n").trimEnd());
  });
  return errors.size > 0 ? [...errors].join("\n\n") : lines.join("\n").trimEnd().split("\n").slice(-20).join("\n");
}

/** Returns text such as `21 added, 0 changed, 0 destroyed`, as Terraform prints it. */
export function changes(output: string): string {
  return /(?:Resources: )((?:\d+ \w+(?:, )?)+)/.exec(output)?.[1] ?? "done";
}

/** Returns the resource that took longest by Terraform's own timing: `aws_… (55 s)`. */
export function slowestResource(output: string): string | undefined {
  const times = [...output.matchAll(/(aws_\w+)\.\S+ .*Creation complete after (?:(\d+)m)?(\d+)s/g)].map(
    ([, type = "", minutes = "0", rest = "0"]) => ({ type, seconds: Number(minutes) * 60 + Number(rest) }),
  );
  const [slowest] = times.sort((a, b) => b.seconds - a.seconds);
  return slowest === undefined || slowest.seconds === 0 ? undefined : `${slowest.type} (${slowest.seconds} s)`;
}
