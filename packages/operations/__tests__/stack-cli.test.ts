import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { fixtureTree, projectCopy } from "@pipelines/testing/exporting";
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

describe("The calls of CDKTF", () => {
  const tree = projectCopy();
  const calls = path.join(tree, "calls.txt");
  const cdktf = path.join(tree, "node_modules/cdktf-cli");

  beforeAll(() => {
    fs.writeFileSync(path.join(tree, "main.ts"), fakeApp);
    // `stack-groups.full.test.ts` runs the real one.
    fs.rmSync(cdktf);
    fs.mkdirSync(path.join(cdktf, "bundle/bin"), { recursive: true });
    fs.writeFileSync(path.join(cdktf, "bundle/bin/cdktf"), fakeCdktf);
  });
  beforeEach(() => {
    fs.writeFileSync(calls, "");
  });

  /** Runs a command. Returns its exit code, how CDKTF was called, and what the command itself printed. */
  function called(line: string, env: { readonly STACKS?: string; readonly FAILS?: string } = {}) {
    const command = ["--require", "./typescript.cjs", "packages/operations/stack-cli.ts", ...line.split(" ")];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      command.map((word) => word.replaceAll("_", " ")),
      { cwd: tree, encoding: "utf8", env: { ...process.env, STACKS: JSON.stringify(stacks), FAILS: "", ...env } },
    );
    const said = `${stdout}${stderr}`.split("usage:", 1).join("").trim().split("\n");
    return { status, calls: fs.readFileSync(calls, "utf8").trim().split("\n"), said };
  }

  it("have the default options, and those that are given, word for word", () => {
    const options =
      "--outputs-file=out.json --var=a=b_c --var=d=$e --terraform-parallelism=3 --no-color --auto-approve";
    const { status, calls: made, said } = called(`deploy dev-eu ${options}`);
    expect([status, said]).toEqual([0, [""]]);
    expect(made.map((call) => call.split(" --").sort())).toEqual([
      ["auto-approve", "deploy dev-eu", "no-color", "outputs-file=out.json", "parallelism=8", "terraform-parallelism=3"]
        .concat("var=a=b c", "var=d=$e")
        .sort(),
    ]);
  });

  it("deploy an environment at once, and show how to continue without what is done", () => {
    expect(called("deploy dev --var=a=b_c", { FAILS: "dev-web" })).toEqual({
      status: 1,
      calls: ["deploy dev dev-web dev-shop dev-tools --var=a=b c --parallelism=8"],
      said: [
        "done       dev",
        "done       dev-tools",
        "failed     dev-web",
        "not begun  dev-shop",
        "To continue: npm run deploy -- dev-web dev-shop --parallelism=8 '--var=a=b c'",
      ],
    });
  });

  it("deploy some groups in rounds, of which only the first one synthesizes", () => {
    expect(called("deploy dev-web dev-shop dev-tools --parallelism=2")).toEqual({
      status: 0,
      calls: [
        "deploy dev-web dev-tools --parallelism=2 --ignore-missing-stack-dependencies",
        "deploy dev-shop --parallelism=2 --skip-synth --ignore-missing-stack-dependencies",
      ],
      said: ["done       dev-web", "done       dev-tools", "done       dev-shop"],
    });
  });

  it("plan each stack separately, and show what each plan contains", () => {
    expect(called("diff dev", { FAILS: "dev-tools" })).toEqual({
      status: 1,
      calls: ["diff dev", "diff dev-web --skip-synth", "diff dev-shop --skip-synth", "diff dev-tools --skip-synth"],
      said: [
        "done       dev: Plan: 1 to add, 0 to change, 0 to destroy.",
        "done       dev-web: No changes.",
        "done       dev-shop: no plan",
        "failed     dev-tools",
        "To continue: npm run diff -- dev-tools",
      ],
    });
  });

  it("destroy stacks one by one if others that depend on them are gone, and show how to continue then", () => {
    const ignore = "--ignore-missing-stack-dependencies";
    expect(called(`destroy dev-web dev --without-groups ${ignore}`, { FAILS: "dev-web" })).toEqual({
      status: 1,
      calls: [`destroy dev-web --parallelism=8 ${ignore}`],
      said: [
        "failed     dev-web",
        "not begun  dev",
        `To continue: npm run destroy -- dev dev-web --without-groups ${ignore} --parallelism=8`,
      ],
    });
    expect(called("destroy dev-shop dev-web", { FAILS: "dev-web" }).said.at(-1)).toBe(
      `To continue: npm run destroy -- dev-web ${ignore} --parallelism=8`,
    );
  });

  it("are not made if stacks that depend on the given ones would lose what they are built on", () => {
    expect(called("destroy dev-web dev-tools")).toMatchObject({
      status: 1,
      calls: [""],
      said: [
        "error npm run destroy <stack> IB-OPTION",
        "  found:   dev-web and dev-tools without dev-shop, which would lose what they are built on",
        "  allowed: stacks along with everything that depends on them; --ignore-missing-stack-dependencies if that is already destroyed",
        "  fix:     write npm run destroy -- dev-web dev-shop dev-tools",
        "",
        "1 error",
      ],
    });
  });

  it("are not made without a name if there are several stacks, nor for a misspelled one", () => {
    const all = "dev, dev-web, dev-shop, dev-tools, dev-eu and state-123456789012-eu-west-1";
    expect(called("deploy").said.slice(1, 3)).toEqual(["  found:   no stack", `  allowed: ${all}`]);
    expect(called("deploy dev-wbe dev").said.slice(1, 4)).toEqual([
      '  found:   there is no stack "dev-wbe"',
      `  allowed: ${all}`,
      "  fix:     write npm run deploy -- dev-web",
    ]);
    const only = JSON.stringify(stacks.slice(-1));
    expect(called("deploy", { STACKS: only })).toMatchObject({
      status: 0,
      calls: ["deploy state-123456789012-eu-west-1 --parallelism=8"],
    });
  });

  it("stop if the synth fails, and name the stack whose Terraform cannot be initialized", () => {
    expect(called("diff dev-eu state-*", { FAILS: "synth" })).toMatchObject({
      status: 1,
      calls: ["diff dev-eu"],
      said: [
        "not begun  dev-eu",
        "not begun  state-123456789012-eu-west-1",
        "To continue: npm run diff -- dev-eu state-123456789012-eu-west-1",
      ],
    });
    expect(called("deploy dev-web dev-tools", { FAILS: "init" }).said).toEqual([
      "failed     dev-tools",
      "not begun  dev-web",
      expect.stringMatching(/^To continue: npm run deploy -- dev-web dev-tools /),
    ]);
    expect(called("deploy dev", { STACKS: "wrong" })).toMatchObject({ status: 1, said: ["The app is wrong"] });
  });
});

/** Lists the stacks, or fails as an app with a mistake does. */
const fakeApp = `
const listed = process.env.STACKS ?? "";
if (listed === "wrong") {
  process.stderr.write("The app is wrong\\n");
  process.exit(1);
}
process.stdout.write(process.argv.includes("--list") ? listed : "");
process.exitCode = 0;
`;

/** Records each call, and writes the log that CDKTF would write. */
const fakeCdktf = `
const { appendFileSync, writeFileSync } = require("node:fs");
const [command, ...args] = process.argv.slice(2);
const ignored = args.includes("--skip-synth") ? [] : process.env.FAILS.split(" ").filter((name) => name === "synth");
appendFileSync("calls.txt", [command, ...args].join(" ") + "\\n");
const stacks = args.filter((word) => !word.startsWith("-"));
const done = { diff: "planned", deploy: "deployed", destroy: "destroyed" }[command];
const plans = { dev: "Plan: 1 to add, 0 to change, 0 to destroy.", "dev-web": "No changes." };
const line = (text) => "\\u001b[36m[2026-11-30T03:00:00.000] [DEBUG] default - \\u001b[39m" + text + "\\n";
const outcome = (stack) => {
  if (process.env.FAILS === "init") return line("[" + stack + "](plan): Terraform cannot be initialized");
  if (process.env.FAILS.split(" ").includes(stack)) return line("[" + stack + "]: errored");
  if (command + stack + process.env.FAILS === "deploydev-shopdev-web") return line("[" + stack + "]: dismissed");
  return line("[" + stack + "]: something else") + (plans[stack] ?? "") + "\\n" + line("[" + stack + "]: " + done);
};
const log = process.env.CDKTF_LOG_FILE_DIRECTORY + "/cdktf.log";
if (ignored.length === 0) writeFileSync(log, stacks.map(outcome).join(""));
process.exitCode = process.env.FAILS === "init" || ignored.length > 0 || stacks.some((stack) => process.env.FAILS.split(" ").includes(stack)) ? 1 : 0;
`;
