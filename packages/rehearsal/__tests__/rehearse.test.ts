import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectReviewedHelp } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/stack";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { fixtureTree, projectCopy } from "@pipelines/testing/exporting";

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** `npm run rehearse` in a copy of the project with the fixture app. */
class Rehearsal {
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

/** The same rehearsal, except that deploys of staging build nothing. */
class RehearsalWithoutBuilds extends Rehearsal {
  protected override tree(): string {
    const copy = projectCopy();
    const file = path.join(copy, "stacks/staging-stack.ts");
    const text = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, text.replace('environment: "staging",', "$& buildOnDeploy: false,"));
    return copy;
  }
}

describeWithTerraform("npm run rehearse", () => {
  it("says what to install if there is no Terraform", async () => {
    process.env["TERRAFORM_BINARY_NAME"] = "no-terraform-here";
    const { code, output } = await new Rehearsal().ended;
    delete process.env["TERRAFORM_BINARY_NAME"];
    expect(output).toBe(
      "Terraform was not found (no-terraform-here). Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install\n",
    );
    expect(code).toBe(1);
  });

  it("prints its help, and reports unknown options", async () => {
    const helped = await new Rehearsal("--help").ended;
    expect(helped.code).toBe(0);
    expectReviewedHelp(helped.output);
    const unknown = await new Rehearsal("--keeep").ended;
    expect(unknown.code).toBe(1);
    expect(unknown.output).toContain('the option "--keeep"');
    expect(unknown.output).toContain(helped.output);
  });

  it("suggests the nearest environment name, and lists all environments in the order of main.ts", async () => {
    const { code, output } = await new Rehearsal("deev").ended;
    expect(code).toBe(1);
    expect(output).toContain('There is no environment "deev"; did you mean dev?\n  main.ts has: dev, staging, prod\n');
  });

  it("suggests the nearest image name, and lists all images", async () => {
    const { code, output } = await new Rehearsal("--fail-build", "helo-world").ended;
    expect(code).toBe(1);
    expect(output).toContain('dev has no image "helo-world"; did you mean hello-world?\n  it builds: ');
  });

  it("refuses to omit something that the environment does not refer to", async () => {
    const { code, output } = await new Rehearsal("--missing", "team/web").ended;
    expect(code).toBe(1);
    expect(output).toContain('dev does not refer to "team/web"\n  what it refers to but does not create: nothing');
  });

  it("refuses to make a build fail if deploys build nothing", async () => {
    const { code, output } = await new RehearsalWithoutBuilds("staging", "--fail-build", "hello-world").ended;
    expect(code).toBe(1);
    expect(output).toContain("A deploy of staging builds nothing; its pipelines do that later.");
  });

  it("removes everything on Ctrl-C", async () => {
    const rehearsal = new Rehearsal();
    await rehearsal.says("+ bucket");
    expect(fs.readdirSync(rehearsal.tmp)).toHaveLength(1);
    expect(processesIn(rehearsal.tmp)).not.toEqual([]);
    rehearsal.interrupt();
    expect(await rehearsal.ended).toMatchObject({ code: 130 });
    expect(fs.readdirSync(rehearsal.tmp)).toEqual([]);
    expect(processesIn(rehearsal.tmp)).toEqual([]);
  });

  it("deploys, changes and destroys dev, and leaves nothing behind", async () => {
    const { code, output } = await new Rehearsal().ended;
    expect(output).toContain("Passed.");
    expect(code).toBe(0);
    expect(output).toMatch(/imagebuilder +container recipe +dev-hello-world +1\.0\.0/);
    expect(output.match(/No changes: what was deployed matches what is defined\./g)).toHaveLength(2);
    expect(output).toMatch(/: component \S+ \S+ → \S+ \(\S+ changed\)/);
    expect(output).toMatch(
      /\+ component +\S+ 1\.0\.1\d{4}\/1\n[^]*\+ container recipe +\S+ 1\.0\.1\d{4}\n[^]*- container recipe +\S+ 1\.0\.0\n[^]*- component +\S+ 1\.0\.0\/1\n/,
    );
    expect(output).toContain("Nothing from dev.");
    // Lines about the state's file and its lock would hide everything else.
    expect(output).not.toMatch(/^ *[-+~] .*\.tfstate/m);
    expect(output).toMatch(
      /\d+ added, 0 changed, 0 destroyed in \d+\.\d s; for \d+\.\d s of that, no call to AWS was made/,
    );
    expect(output).toMatch(/\bSTEP +TIME +NO CALL TO AWS\n(.+\n)*Deploy: cdktf deploy dev +\d/);
    process.stdout.write(`${output.slice(output.indexOf("\nSynthesize")).trim()}\n`);
  });
});

/** Returns the processes whose working folder is inside this folder, if the system reveals that. */
function processesIn(folder: string): string[] {
  if (!fs.existsSync("/proc/self/cwd")) return [];
  return fs.readdirSync("/proc").filter((id) => {
    try {
      return fs.readlinkSync(`/proc/${id}/cwd`).startsWith(folder);
    } catch {
      // This is not a process, or it is another user's, or it has already ended.
      return false;
    }
  });
}
