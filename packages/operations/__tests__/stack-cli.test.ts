import { spawnSync } from "node:child_process";
import { fixtureTree } from "@pipelines/testing/exporting";
import { StackOrder, stacksNamed } from "../stack-order";
import { runRounds } from "../stack-runs";

function run(...args: readonly string[]) {
  const command = ["--require", "./typescript.cjs", "packages/operations/stack-cli.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: fixtureTree(), encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("npm run diff, deploy and destroy", () => {
  it.each(["diff", "deploy", "destroy"])(
    "refuse a stack that does not exist before doing anything else: %s",
    (command) => {
      const { status, stdout, stderr } = run(command, "no-such-stack", "--no-color");
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toMatch(/^error npm run \w+ <stack> IB-OPTION\n {2}found: {3}there is no stack "no-such-stack"\n/);
      expect(stderr).toContain("state-");
      expect(stderr).toContain(`usage: npm run ${command} [-- <stack>`);
    },
  );

  it("require a stack, do not mistake an option's value for one, and print their help", () => {
    expect(run("deploy", "--parallelism", "5").stderr).toContain("found:   no stack");
    expect(run("destroy", "--help")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^usage: npm run destroy \[-- <stack> …\]/) as string,
    });
  });
});

const group = (stack: string, ...dependencies: string[]) => ({ stack, environment: "dev", dependencies });
const stacks = [
  group("dev"),
  group("dev-web", "dev"),
  group("dev-shop", "dev", "dev-web"),
  group("dev-tools", "dev"),
  { stack: "dev-eu", environment: "dev-eu", dependencies: [] },
  { stack: "state-123456789012-eu-west-1", dependencies: [] },
];

describe("The stacks on a command line", () => {
  it.each([
    [["dev"], false, ["dev", "dev-web", "dev-shop", "dev-tools"]],
    [["dev"], true, ["dev"]],
    [["dev-tools", "dev-web"], false, ["dev-web", "dev-tools"]],
    [["*-eu*"], false, ["dev-eu", "state-123456789012-eu-west-1"]],
    [["dev.web"], false, []],
  ])("%j select stacks in deployment order", (names, alone, expected) => {
    expect(stacksNamed(names, stacks, alone)).toEqual(expected);
  });

  it("are ordered by CDKTF if nothing that they depend on is missing, and run in rounds otherwise", () => {
    const order = new StackOrder(stacks, "deploy");
    expect(order.missing(["dev", "dev-web"])).toEqual([]);
    expect(order.rounds(["dev", "dev-web"], false)).toEqual([["dev", "dev-web"]]);
    expect(order.missing(["dev-web", "dev-shop", "dev-tools"])).toEqual(["dev"]);
    expect(order.rounds(["dev-web", "dev-shop", "dev-tools"], true)).toEqual([["dev-web", "dev-tools"], ["dev-shop"]]);
  });

  it("are destroyed in reverse order, one by one if stacks that depend on them are missing", () => {
    const order = new StackOrder(stacks, "destroy");
    expect(order.missing(["dev-web"])).toEqual(["dev-shop"]);
    expect(order.rounds(["dev", "dev-web"], true)).toEqual([["dev-web"], ["dev"]]);
  });

  it("continue without those that depend on a failed stack, and stop if there was no synth", async () => {
    const order = new StackOrder(stacks, "deploy");
    const rounds = [["dev-web", "dev-tools"], ["dev-shop"], ["dev-eu"]];
    const calls: (readonly string[])[] = [];
    const end = (failed: readonly string[], code: number) =>
      runRounds(rounds, order, (round) => {
        calls.push(round);
        const done = code === 2 ? [] : round.filter((stack) => !failed.includes(stack));
        return Promise.resolve({
          done,
          failed: round.filter((stack) => failed.includes(stack)),
          plan: undefined,
          code,
        });
      });
    expect(await end(["dev-web"], 1)).toMatchObject({
      done: ["dev-tools", "dev-eu"],
      failed: ["dev-web"],
      left: ["dev-shop"],
      code: 1,
    });
    expect(await end([], 2)).toMatchObject({ done: [], failed: [], left: rounds.flat(), code: 2 });
    expect(calls).toEqual([["dev-web", "dev-tools"], ["dev-eu"], ["dev-web", "dev-tools"]]);
  });
});
