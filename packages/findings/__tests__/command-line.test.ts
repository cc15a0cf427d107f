import { readCommandLine } from "../command-line";

const command = {
  name: "npm run rehearse",
  usage: "usage: npm run rehearse\n",
  options: {
    keep: { type: "boolean" },
    "fail-build": { type: "string" },
    stack: { type: "string", multiple: true },
    out: { type: "string", default: "out" },
  },
  takes: { what: "environment", most: 1 },
} as const;

function refusal(args: readonly string[], environment = {}): string {
  const read = readCommandLine(command, args, environment);
  if (!("help" in read)) throw new Error("nothing is wrong");
  expect(read.wrong).toBe(true);
  return read.help;
}

describe("A command line", () => {
  it("is read: flags, values, defaults and arguments", () => {
    const args = ["dev", "--keep", "--fail-build", "web", "--stack=a", "--stack", "b"];
    const read = readCommandLine(command, args, {});
    expect(read).toMatchObject({
      values: { keep: true, "fail-build": "web", stack: ["a", "b"], out: "out" },
      positionals: ["dev"],
    });
  });

  it.each([["--help"], ["-h"]])("asks for help with %s, whatever else it says", (option) => {
    expect(readCommandLine(command, ["--keeep", option], {})).toEqual({ help: command.usage, wrong: false });
  });

  it("is refused with all of its mistakes at once, the nearest names, and the usage", () => {
    expect(refusal(["dev", "prod", "--keeep", "--zzz", "--fail-build=", "--keep=yes", "--out"])).toBe(
      `error npm run rehearse IB-OPTION
  found:   the arguments "dev" and "prod"
  allowed: at most 1 environment
error npm run rehearse --fail-build IB-OPTION
  found:   no value
  allowed: --fail-build <value>
error npm run rehearse --keeep IB-OPTION
  found:   the option "--keeep"
  allowed: --keep, --fail-build, --stack and --out
  fix:     write --keep
error npm run rehearse --keep IB-OPTION
  found:   a value
  allowed: none
error npm run rehearse --out IB-OPTION
  found:   no value
  allowed: --out <value>
error npm run rehearse --zzz IB-OPTION
  found:   the option "--zzz"
  allowed: --keep, --fail-build, --stack and --out

6 errors

usage: npm run rehearse
`,
    );
  });

  it("says an option once, but where several make sense", () => {
    expect(refusal(["--out", "a", "--out", "b"])).toContain("found:   it twice\n");
  });

  it.each<[string, Record<string, string>, string]>([
    ["a flag", { npm_config_keep: "true" }, "write npm run rehearse -- --keep\n"],
    ["a flag that npm gave the next word to", { npm_config_keep: "dev" }, "write npm run rehearse -- --keep\n"],
    ["an option", { npm_config_fail_build: "web" }, "write npm run rehearse -- --fail-build web\n"],
    ["an option without its value", { npm_config_out: "true" }, "write npm run rehearse -- --out <value>\n"],
  ])("is refused where npm took %s itself because the -- is missing", (_what, environment, fix) => {
    const text = refusal([], environment);
    expect(text).toContain("before the --, where npm takes it as its own setting\n");
    expect(text).toContain(`fix:     ${fix}`);
  });

  it.each([
    ["npm has it as a setting that is off", { npm_config_keep: "" }],
    ["it is npm's own yes, which many machines set", { npm_config_yes: "true" }],
  ])("is not refused where %s", (_what, environment) => {
    const options = { keep: { type: "boolean" }, yes: { type: "boolean" } } as const;
    expect(readCommandLine({ name: "npm run it", usage: "", options }, [], environment)).toMatchObject({ values: {} });
  });
});
