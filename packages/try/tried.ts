import * as fs from "node:fs";
import * as path from "node:path";
import type { TryResult } from "./try-image";

/** What was actually run for each image, and where: the content of the README's table. */
type AllTried = Readonly<Record<string, ReturnType<typeof triedOf>>>;

const project = path.resolve(__dirname, "../..");
const file = "docs/tried.json";
const begin = "<!-- What `npm run try -- <image> --record` wrote -->";
const end = "<!-- tried -->";

/** Values of ID in `/etc/os-release`, by image name. */
const systems: Readonly<Record<string, string | undefined>> = { amazonlinux: "amzn", ubi9: "rhel", ubi8: "rhel" };

function triedOf({ root: reference, system, steps, failure, leftOut }: TryResult, now: Date) {
  const name = /([^/:@]+)(?::[^/]*)?(?:@.*)?$/.exec(reference)?.[1] ?? "";
  return {
    /** `2026-11-29` */
    on: now.toISOString().slice(0, 10),
    root: reference,
    /** The name that the root file system gives itself. */
    system: system?.name ?? "unknown",
    /** Whether another system's root file system stood in for the referenced image. */
    standIn: system !== undefined && (systems[name] ?? name) !== system.id,
    steps: steps.filter(({ outcome }) => outcome !== "left-out").length,
    failed: failure && `${failure.where}: ${failure.reason}`,
    leftOut: leftOut.map(({ component, step }) => [component, step].filter(Boolean).join(" ")).join(", "),
  };
}

/** Adds a result to the file, and updates the README with the file's content. */
export function record(result: TryResult, now: Date, root = project): void {
  const all = Object.entries({ ...readTried(root), [result.image]: triedOf(result, now) }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  fs.writeFileSync(path.join(root, file), `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  const readme = path.join(root, "README.md");
  fs.writeFileSync(readme, withTable(fs.readFileSync(readme, "utf8"), readTried(root)));
}

export function readTried(root = project): AllTried {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), "utf8")) as AllTried;
  } catch {
    return {};
  }
}

/** Returns the README with the table of tried images between its two markers. */
export function withTable(readme: string, all: AllTried): string {
  const rows = Object.entries(all).map(([image, { on, system, standIn, root: reference, steps, failed, leftOut }]) => {
    const where = standIn ? `${system}, a stand-in for \`${reference}\`` : `${system} (\`${reference}\`)`;
    const left = leftOut === "" ? "" : `; not run: ${leftOut}`;
    return [image, `${failed === undefined ? `all ${steps} steps` : `failed at ${failed}`}${left}`, where, on];
  });
  const head = ["image", "what was run", "on", "when"];
  const lines = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const [before = "", rest = ""] = readme.split(`${begin}\n`);
  return `${before}${begin}\n\n<!-- prettier-ignore -->\n${lines.join("\n")}\n\n${rest.slice(rest.indexOf(end))}`;
}
