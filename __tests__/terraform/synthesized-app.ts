import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";

const root = path.resolve(__dirname, "../..");

/** Synthesizes the app as `npm run synth` does, with the lock frozen, into a folder of the test's. */
export function synthesizeApp(): { readonly outdir: string; readonly stacks: readonly string[] } {
  const outdir = path.join(temporaryFolder(), "cdktf.out");
  const app = spawnSync(
    process.execPath,
    ["--require", "./typescript.cjs", "main.ts", "--frozen", "--without-history"],
    {
      cwd: root,
      env: { ...process.env, CDKTF_OUTDIR: outdir },
      encoding: "utf8",
    },
  );
  if (app.status !== 0) throw new Error(`the app does not synthesize:\n${app.stderr}`);
  const manifest = JSON.parse(fs.readFileSync(path.join(outdir, "manifest.json"), "utf8")) as { stacks: object };
  return { outdir, stacks: Object.keys(manifest.stacks) };
}
