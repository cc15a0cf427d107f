import * as fs from "node:fs";
import * as path from "node:path";
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
  const named = process.argv[process.argv.indexOf("--format") + 1];
  reportFindings([finding], { check: true, strict: false, format: formats.find((each) => each === named) });
  return 1;
}
