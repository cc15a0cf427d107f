import type { Finding } from "../finding";
import { printHelp, readCommandLine, refuseCommandLine, usageOf } from "../command-line";
import { nearest } from "../nearest";

const command = {
  name: "npm run rehearse",
  about: "Deploys an environment.",
  takes: ["[<environment>]"],
  options: {
    keep: { type: "boolean", help: "stop after the deploy" },
    "fail-build": { type: "string", value: "<image>", help: "let this build fail" },
    stack: { type: "string", multiple: true, help: "which stack" },
    out: { type: "string", default: "out", help: "where to" },
    format: { type: "string", choices: ["json", "sarif"], help: "how it is written" },
  },
} as const;

const usage = `usage: npm run rehearse [-- <environment>] [<option> …]

Deploys an environment.

  --keep                stop after the deploy
  --fail-build <image>  let this build fail
  --stack <name>        which stack; can be repeated
  --out <name>          where to
  --format <name>       how it is written (json or sarif)
  --help                this text
`;

/** A command with required arguments and options. */
const promote = {
  name: "npm run promote",
  about: "Moves a channel.",
  takes: ["<image>", "<build> …"],
  options: {
    to: { type: "string", value: "<environment>", required: true, help: "whose" },
    channel: { type: "string", value: "<channel>", required: true, help: "which" },
  },
} as const;

function refusal(args: readonly string[], environment = {}): string {
  const read = readCommandLine(command, args, environment);
  if (!("help" in read)) throw new Error("nothing is wrong");
  expect(read.wrong).toBe(true);
  return read.help;
}

describe("A command line", () => {
  it("is parsed, including flags, values, defaults and arguments", () => {
    const args = ["dev", "--keep", "--fail-build", "web", "--stack=a", "--stack", "b"];
    const read = readCommandLine(command, args, {});
    expect(read).toMatchObject({
      values: { keep: true, "fail-build": "web", stack: ["a", "b"], out: "out" },
      positionals: ["dev"],
    });
  });

  it.each([["--help"], ["-h"]])("asks for help with %s, whatever else is on the command line", (option) => {
    expect(readCommandLine(command, ["--keeep", option], {})).toEqual({ help: usage, wrong: false });
  });

  it("is refused with a list of all its mistakes, the nearest names, and the usage", () => {
    expect(
      refusal(["dev", "prod", "--keeep", "--zzz", "--fail-build=", "--keep=yes", "--format", "jsn", "--out"]),
    ).toBe(
      `error npm run rehearse IB-OPTION
  found:   the arguments "dev" and "prod"
  allowed: [<environment>]
error npm run rehearse --fail-build IB-OPTION
  found:   no value
  allowed: --fail-build <value>
error npm run rehearse --format IB-OPTION
  found:   "jsn"
  allowed: json or sarif
  fix:     write --format json
error npm run rehearse --keeep IB-OPTION
  found:   the option "--keeep"
  allowed: --keep, --fail-build, --stack, --out and --format
  fix:     write --keep
error npm run rehearse --keep IB-OPTION
  found:   a value
  allowed: none
error npm run rehearse --out IB-OPTION
  found:   no value
  allowed: --out <value>
error npm run rehearse --zzz IB-OPTION
  found:   the option "--zzz"
  allowed: --keep, --fail-build, --stack, --out and --format

7 errors

${usage}`,
    );
  });

  it("rejects a repeated option, unless several values make sense", () => {
    expect(refusal(["--out", "a", "--out", "b"])).toContain("found:   it twice\n");
  });

  it.each<[string, Record<string, string>, string]>([
    ["a flag", { npm_config_keep: "true" }, "write npm run rehearse -- --keep\n"],
    ["a flag that npm combined with the next word", { npm_config_keep: "dev" }, "write npm run rehearse -- --keep\n"],
    ["an option", { npm_config_fail_build: "web" }, "write npm run rehearse -- --fail-build web\n"],
    ["an option without its value", { npm_config_out: "true" }, "write npm run rehearse -- --out <value>\n"],
  ])("is refused if npm took %s for itself because the -- is missing", (_what, environment, fix) => {
    const text = refusal([], environment);
    expect(text).toContain("before the --, where npm takes it as its own setting\n");
    expect(text).toContain(`fix:     ${fix}`);
  });

  it.each([
    ["npm has it as a setting that is off", { npm_config_keep: "" }],
    ["it is npm's own yes setting, which is on for many machines", { npm_config_yes: "true" }],
  ])("is not refused if %s", (_what, environment) => {
    const flag = { type: "boolean", help: "" } as const;
    const options = { keep: flag, yes: flag };
    expect(readCommandLine({ name: "npm run it", about: "", options }, [], environment)).toMatchObject({ values: {} });
  });

  it("is refused with a list of everything that is missing", () => {
    const read = readCommandLine(promote, [], {});
    expect("help" in read && read.help).toBe(`error npm run promote --channel IB-OPTION
  found:   no --channel
  allowed: --channel <channel>
error npm run promote --to IB-OPTION
  found:   no --to
  allowed: --to <environment>
error npm run promote <build> … IB-OPTION
  found:   no build
  allowed: npm run promote -- <image> <build> …
error npm run promote <image> IB-OPTION
  found:   no image
  allowed: npm run promote -- <image> <build> …

4 errors

${usageOf(promote)}`);
    expect(usageOf(promote)).toMatch(
      /^usage: npm run promote -- <image> <build> … --to <environment> --channel <channel>\n/,
    );
    expect(readCommandLine(promote, ["web", "a", "b", "--to=dev", "--channel=stable"], {})).toMatchObject({
      positionals: ["web", "a", "b"],
    });
  });

  it("explains long options on several lines, below each other", () => {
    const options = { keep: { type: "boolean", help: "word ".repeat(40).trim() } } as const;
    const [, , , , first = "", second = "", last = ""] = usageOf({ name: "it", about: "A.", options }).split("\n");
    expect([first, second].map((line) => line.search(/word/))).toEqual([10, 10]);
    expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(120);
    expect(last).toBe("  --help  this text");
  });
});

describe("An invalid command line that asks for output for programs", () => {
  const options = {
    json: { type: "boolean", help: "the result as JSON" },
    format: { type: "string", choices: ["json", "github"], help: "how findings are written" },
  } as const;
  const both = { name: "npm run it", about: "", options } as const;
  /** Returns the exit code and what was printed on each stream. */
  const printed = (args: readonly string[], of: Parameters<typeof readCommandLine>[0] = both) => {
    const read = readCommandLine(of, args, {});
    if (!("help" in read)) throw new Error("nothing is wrong");
    let [out, err] = ["", ""];
    const code = printHelp(read, { out: (text) => (out += text), err: (text) => (err += text) });
    return { code, out, err };
  };
  const wrong = { severity: "error", code: "IB-OPTION", file: "npm run it", field: "--zzz" };

  it("gets its errors on standard output as one JSON document", () => {
    const { code, out, err } = printed(["--zzz", "--json", "more"]);
    expect([code, err]).toEqual([1, ""]);
    const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
    expect(findings).toMatchObject([wrong, { code: "IB-OPTION", found: 'the argument "more"' }]);
    expect(refuseCommandLine(both, findings, { json: true }).help).toBe(out);
  });

  it("gets its errors in the format of its findings", () => {
    const { code, out, err } = printed(["--zzz", "--format", "json"]);
    expect([code, err, JSON.parse(out)]).toEqual([1, "", [expect.objectContaining(wrong)]]);
    const annotated = printed(["--zzz", "--format", "github"]);
    expect(annotated.err).toBe("");
    expect(annotated.out).toMatch(/^::error /);
  });

  it.each([
    ["the command has no such output", ["--json", "--format=json"], { ...both, options: {} }],
    ["it asks for a format that does not exist", ["--format", "jsn"], both],
    ["it asks for a format that the command does not have", ["--format", "sarif"], both],
  ])("gets its errors as text if %s", (_when, args, of) => {
    const { code, out, err } = printed(args, of);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^error npm run it --[^]*\n\nusage: npm run it/);
  });

  it("still gets its help as text if it asks for that", () => {
    expect(printed(["--json", "--zzz", "--help"])).toEqual({ code: 0, out: usageOf(both), err: "" });
  });
});

describe("The nearest name", () => {
  const names = ["dev", "staging", "prod", "us-east-1"];

  it.each([
    ["dve", "dev"],
    ["stagign", "staging"],
    ["PROD", "prod"],
    ["us-eastt-1", "us-east-1"],
    ["qa", undefined],
    ["ved", undefined],
  ])("to %s is %s", (text, name) => {
    expect(nearest(text, names)).toBe(name);
  });
});
