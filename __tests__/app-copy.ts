import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject, useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { tree } from "@pipelines/testing/tree";

export const root = path.resolve(__dirname, "..");
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/**
 * A copy of the files that a synth reads, in a folder outside the repository: this tree as it is, or with a different
 * app.
 */
export class AppCopy {
  public readonly folder = fs.realpathSync(temporaryFolder());
  public readonly outdir = path.join(this.folder, "cdktf.out");

  public constructor() {
    copyProject(root, this.folder, "__tests__");
  }

  /** A copy with the fixture app, whose image and environment names tests can rely on. */
  public static ofFixture(): AppCopy {
    const copy = new AppCopy();
    useFixtureApp(copy.folder);
    return copy;
  }

  /** Returns a function that undoes the edit. */
  public edit(file: string, change: (text: string) => string): () => void {
    const place = path.join(this.folder, file);
    const before = fs.readFileSync(place, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to change`);
    fs.writeFileSync(place, after);
    return () => {
      fs.writeFileSync(place, before);
    };
  }

  /** The command behind `npm run synth`. */
  public synth(
    env: Readonly<Record<string, string>> = {},
    args = "",
  ): { code: number | null; out: string; err: string } {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(CI|CDKTF_.*|SYNTH_.*|NODE_OPTIONS)$/.test(name),
    );
    const { status, stdout, stderr } = spawnSync(`${scripts.synth ?? ""} --without-history ${args}`, {
      cwd: this.folder,
      env: { ...Object.fromEntries(inherited), ...env },
      encoding: "utf8",
      shell: true,
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** The contents of all files except the packages, by path. */
  public files(): Record<string, string> {
    return Object.fromEntries(Object.entries(tree(this.folder)).filter(([file]) => !file.startsWith("node_modules")));
  }

  public output(): Record<string, string> {
    return tree(this.outdir);
  }
}
