import { expectReviewedHelp } from "@pipelines/testing/expected";
import { readOptions } from "../options";

function refusal(...args: string[]): string {
  const read = readOptions(args, {});
  if (!("help" in read) || !read.wrong) throw new Error("nothing is wrong");
  return read.help;
}

describe("The options for an export", () => {
  it("default to all environments without a backend", () => {
    const none = ["stacks", "out", "organization", "workspace", "hostname", "mirror", "policy"];
    expect(readOptions([], {})).toStrictEqual({
      ...Object.fromEntries(none.map((name) => [name, undefined])),
      ...{ backend: "none", replace: false, withoutHistory: false },
    });
  });

  it("are named like their values", () => {
    const texts = ["out", "mirror"].map((name) => [`--${name}`, name]).flat();
    const given = readOptions(["prod", ...texts, "--replace", "--without-history"], {});
    expect(given).toMatchObject({ out: "out", mirror: "mirror", replace: true, withoutHistory: true });
  });

  it("name stacks with or without --stack, and ignore duplicates", () => {
    expect(readOptions(["prod", "--stack", "dev", "--stack=prod"], {})).toMatchObject({ stacks: ["dev", "prod"] });
  });

  it("ask for help", () => {
    const read = readOptions(["prod", "--help"], {});
    expect(read).toEqual({ help: expect.stringMatching(/^usage: npm run export /) as string, wrong: false });
    expectReviewedHelp("help" in read ? read.help : "");
  });

  it("select the permissions for a deploy or a plan", () => {
    expect(readOptions(["prod", "--policy"], {})).toMatchObject({ policy: "deploy", backend: "keep" });
    expect(readOptions(["prod", "--policy", "--for", "plan", "--backend", "none"], {})).toMatchObject({
      policy: "plan",
      backend: "none",
    });
  });

  it.each<[string, string[], string[]]>([
    ["an option that does not exist", ["--stak", "prod"], ['the option "--stak"', "fix:     write --stack"]],
    ["an option without its value", ["--out"], ["no value", "allowed: --out <value>"]],
    ["an option twice", ["--out", "a", "--out", "b"], ["it twice"]],
    ["a backend that does not exist", ["--backend", "clod"], ["keep, cloud or none", "fix:     write --backend cloud"]],
    ["a cloud block without an organization", ["prod", "--backend", "cloud"], ["allowed: --organization <name>"]],
    [
      "an organization without a cloud block",
      ["prod", "--organization", "acme"],
      ["--organization without --backend cloud"],
    ],
    [
      "an organization with a space",
      ["prod", "--backend", "cloud", "--organization", "a b"],
      ['found:   "a b"', "letters, digits, - and _"],
    ],
    [
      "an invalid host name",
      ["prod", "--backend", "cloud", "--organization", "acme", "--hostname", "https://x"],
      ['found:   "https://x"', "a host name, such as app.terraform.io"],
    ],
    [
      "one workspace for every stack",
      ["--backend", "cloud", "--organization", "acme", "--workspace", "all"],
      ["one workspace for every stack", "fix:     name the stack: --stack <name> --workspace <name>"],
    ],
    ["permissions for several stacks", ["dev", "prod", "--policy"], ["2 stacks", "one stack"]],
    [
      "permissions for a purpose that does not exist",
      ["prod", "--policy", "--for", "paln"],
      ["deploy, plan, operate or read"],
    ],
    ["a purpose of nothing", ["prod", "--for", "plan"], ["--for without --policy"]],
    ["a flag with a value", ["--replace=yes"], ["a value", "allowed: none"]],
  ])("are refused: %s", (_what, args, words) => {
    const text = refusal(...args);
    for (const each of words) expect(text).toContain(each);
  });

  it("are refused with a list of all errors", () => {
    expect(refusal("--stak", "prod", "--replce", "--out")).toContain("3 errors");
  });
});
