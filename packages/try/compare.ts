import * as fs from "node:fs";
import * as path from "node:path";
import { failure } from "@pipelines/operations/failure";
import type { Engine } from "./engine";
import { runScript } from "./plan-image";
import { Progress } from "./progress";
import { chainOf, type Request, resultTag, tryImage, type TryResult } from "./try-image";

/** The results of building an image with the compiled scripts and with AWS's own executor. */
interface Comparison {
  readonly here: TryResult;
  readonly awstoe: TryResult;
  /** Steps that ended differently, then files that differ; one line each. */
  readonly differences: readonly string[];
}

/** Tries an image both ways and compares the results. */
export async function compareWithAwstoe(
  request: Request,
  engine: Engine,
  say: (text: string) => void,
): Promise<Comparison> {
  const here = await tryImage({ ...request, awstoe: undefined }, engine, say);
  const awstoe = await tryImage(request, engine, say);
  const [ends, endsByAwstoe] = [endsOf(here), endsOf(awstoe)];
  const differences = [...new Set([...ends.keys(), ...endsByAwstoe.keys()])]
    .filter((step) => ends.get(step) !== endsByAwstoe.get(step))
    .map((step) => `${step}: ${ends.get(step) ?? "not run"} here, ${endsByAwstoe.get(step) ?? "not run"} by AWSTOE`);
  const last = chainOf(request).at(-1);
  if (last !== undefined && [here, awstoe].every(({ built }) => built.includes(last.image.name))) {
    const [tag, other] = [resultTag(last.image, { ...request, awstoe: undefined }), resultTag(last.image, request)];
    const mounts = ["source=compare.sh,target=/tmp/try.sh", `from=${other},target=/tmp/try-other`];
    const dockerfile = `FROM ${tag}\nUSER 0\n${runScript(mounts, "/tmp/try.sh")}\n`;
    const files = new Map([["compare.sh", fs.readFileSync(path.join(__dirname, "compare.sh"), "utf8")]]);
    const progress = new Progress(() => undefined);
    await engine.build({ dockerfile, files }, undefined, progress.line);
    if (progress.testsPassed !== true) {
      throw failure("IB-TRY-COMPARE", "--compare", progress.lastLines.join("\n"), "two readable images");
    }
    differences.push(...progress.differences);
  }
  return { here, awstoe, differences };
}

/**
 * Returns how each step ended: `failed, exit code 3`. The two word their reasons differently, so only exit codes are
 * compared.
 */
function endsOf({ steps }: TryResult): Map<string, string> {
  return new Map(
    steps.map(({ component, phase, name, outcome, reason = "" }) => {
      const [, code] = /\b(?:code|status)\D{0,3}(\d+)/.exec(reason) ?? [];
      return [`${component} ${phase}.${name}`, `${outcome}${code === undefined ? "" : `, exit code ${code}`}`];
    }),
  );
}
