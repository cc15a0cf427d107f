import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fixtureTree } from "@pipelines/testing/exporting";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** `npm run rehearse` in a copy of the project with the fixture app. */
export class Rehearsal {
  public readonly tmp = temporaryFolder();
  public readonly ended: Promise<Ended>;
  private readonly child: ChildProcessWithoutNullStreams;
  private output = "";

  public constructor(...args: string[]) {
    const command = ["--require", "./typescript.cjs", "packages/rehearsal/rehearse.ts", ...args];
    this.child = spawn(process.execPath, command, { cwd: this.tree(), env: { ...process.env, TMPDIR: this.tmp } });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on("data", (data: Buffer) => (this.output += data.toString()));
    }
    this.ended = new Promise((resolve) => {
      this.child.on("close", (code) => {
        resolve({ code, output: this.output });
      });
    });
  }

  protected tree(): string {
    return fixtureTree();
  }

  public async says(text: string): Promise<void> {
    const ended = this.ended.then(() => true);
    while (!this.output.includes(text)) {
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, 50, false));
      if ((await Promise.race([ended, late])) && !this.output.includes(text))
        throw new Error(`It has ended:\n${this.output}`);
    }
  }

  public interrupt(): void {
    this.child.kill("SIGINT");
  }
}
