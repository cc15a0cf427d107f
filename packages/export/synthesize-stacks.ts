import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { readStackConfig, type StackConfig } from "@pipelines/permissions/stack-config";

const root = path.resolve(__dirname, "../..");

/** The app's stacks by name, or undefined if the synth failed. In that case, the failure has already been reported. */
export type Synthesized = ReadonlyMap<string, StackConfig> | undefined;

/**
 * Synthesizes the app in its current form, with the lock frozen, outside `cdktf.out`: an export must not depend on an
 * earlier synth. Runs in a separate process, because only `main.ts` knows which stacks exist.
 *
 * @param err receives the synth's output: warnings or errors
 */
export function synthesizeStacks(
  err: (text: string) => void,
  { withoutHistory }: { readonly withoutHistory: boolean },
): Synthesized {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "export-"));
  try {
    const { status, stderr, error } = spawnSync(
      process.execPath,
      ["--require", "./typescript.cjs", "main.ts", "--frozen", ...(withoutHistory ? ["--without-history"] : [])],
      {
        cwd: root,
        env: { ...withoutCdktf(process.env), CDKTF_OUTDIR: outdir },
        encoding: "utf8",
      },
    );
    // Removes the synth's last line, which refers to a temporary folder.
    err((error?.message ?? stderr).replace(/^Nothing was written: .*\n/m, ""));
    if (status !== 0) return undefined;
    const manifest = JSON.parse(fs.readFileSync(path.join(outdir, "manifest.json"), "utf8")) as {
      readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
    };
    return new Map(
      Object.entries(manifest.stacks).map(([name, { synthesizedStackPath }]) => [
        name,
        readStackConfig(fs.readFileSync(path.join(outdir, synthesizedStackPath), "utf8")),
      ]),
    );
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * Returns the process environment without variables that would change what CDKTF writes or where it writes, and without
 * npm's copies of this command's options.
 */
function withoutCdktf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(CDKTF_|SYNTH_|npm_config_)/.test(name)));
}
