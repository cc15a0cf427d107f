import * as fs from "node:fs";
import * as path from "node:path";
import { error, type Finding } from "@pipelines/findings/finding";
import { formats } from "@pipelines/findings/formats";
import { findingOfThrown } from "@pipelines/findings/thrown";
import { reportFindings } from "@pipelines/findings/output";

/**
 * Reports an uncaught error, which `typescript.cjs` passes on: as a finding if it is a mistake in a file that users
 * edit, otherwise as Node.js would.
 *
 * @param outdir the output folder, which CDKTF created together with the app
 * @returns the exit code
 */
export function reportUncaught(thrown: unknown, outdir: string): number {
  // A thrown value that is not an error has no position; only code that users write throws such values.
  const finding =
    thrown instanceof Error
      ? findingOfThrown(thrown, path.resolve(__dirname, "../.."))
      : findingOfThrown(thrown, path.resolve(__dirname, "../.."), "main.ts");
  if (finding === undefined) {
    console.error(thrown);
    return 1;
  }
  for (const folder of [path.join(outdir, "stacks"), outdir]) {
    try {
      fs.rmdirSync(folder);
    } catch {
      // It has something in it, or is not there.
    }
  }
  return report(finding);
}

/**
 * Reports, for `typescript.cjs`, that `main.ts` ended without a call of `run`, which sets the exit code.
 *
 * @returns the exit code
 */
export function reportNothingRun(): number {
  return report(
    error({ file: "main.ts" }, "IB-CODE", {
      found: "it never calls run",
      allowed: "a call of run, which adds the stacks and synthesizes them",
      fix: "restore the call: `git diff main.ts` shows what has changed",
    }),
  );
}

function report(finding: Finding): number {
  const named = process.argv[process.argv.indexOf("--format") + 1];
  reportFindings([finding], { check: true, strict: false, format: formats.find((each) => each === named) });
  return 1;
}
