import { spawnSync } from "node:child_process";
import { fixtureTree } from "@pipelines/testing/exporting";

function run(...args: readonly string[]) {
  const command = ["--require", "./typescript.cjs", "packages/operations/stack-cli.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: fixtureTree(), encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("npm run diff, deploy and destroy", () => {
  it.each(["diff", "deploy", "destroy"])("refuse a stack that does not exist before anything else: %s", (command) => {
    const { status, stdout, stderr } = run(command, "no-such-stack", "--no-color");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^error npm run \w+ <stack> IB-OPTION\n {2}found: {3}there is no stack "no-such-stack"\n/);
    expect(stderr).toContain("state-");
    expect(stderr).toContain(`usage: npm run ${command} [-- <stack>`);
  });

  it("ask for a stack, do not take an option's value for one, and explain themselves", () => {
    expect(run("deploy", "--parallelism", "5").stderr).toContain("found:   no stack");
    expect(run("destroy", "--help")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^usage: npm run destroy \[-- <stack> …\]/) as string,
    });
  });
});
