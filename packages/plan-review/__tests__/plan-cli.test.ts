import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { lockFile } from "../provider-lock";
import { change, planOf } from "./hand-made";

const root = path.join(__dirname, "../../..");

/** Runs the command, as the scripts of the workflows do. */
function ask(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const command = ["--require", path.join(root, "typescript.cjs"), path.join(__dirname, "../plan-cli.ts"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const renamed = (to: string): string => planOf([change({ before: { name: "a" }, after: { name: to } })]);

test("answers with the limits of an apply, in the form in which a workflow's step has outputs", () => {
  const plan = path.join(folderWith({ "plan.json": renamed("b") }), "plan.json");
  expect(ask(["limits", plan])).toEqual({
    status: 0,
    out: "minutes=30\nsession-seconds=3600\nparallelism=10",
    err: "",
  });
});

test("answers with the same hash only for plans that do the same", () => {
  const folder = folderWith({ "b.json": renamed("b"), "again.json": renamed("b"), "c.json": renamed("c") });
  const [b, again, c] = ["b", "again", "c"].map((name) => ask(["does", path.join(folder, `${name}.json`)]).out);
  expect(b).toMatch(/^[0-9a-f]{64}$/);
  expect(again).toBe(b);
  expect(c).toMatch(/^[0-9a-f]{64}$/);
  expect(c).not.toBe(b);
});

test("accepts a provider lock with a version, and refuses one without", () => {
  const lock = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.100.0"\n}\n';
  expect(ask(["lock", folderWith({ [lockFile]: lock })])).toEqual({ status: 0, out: "", err: "" });
  expect(ask(["lock", folderWith({ [lockFile]: "" })])).toEqual({
    status: 1,
    out: "",
    err: `lock: ${lockFile} has no version of hashicorp/aws: run \`npm run lock-provider\` and commit the file`,
  });
});

test("refuses any other question", () => {
  expect(ask(["toString"])).toEqual({ status: 1, out: "", err: "toString: not one of limits, does, lock, agree" });
});

describe("whether a plan may be applied", () => {
  const routine = { VERDICT: "planned", REVIEWERS: "none", EVENT: "push" };
  const reviewed = { "plan/plan.tfplan": "", "pull-request": "7\n", approved: "bob\n" };
  const may = (
    files: Readonly<Record<string, string>>,
    plans: readonly [fresh: string, reviewed: string],
    env: NodeJS.ProcessEnv,
    outcome = "routine",
  ) => {
    const scratch = folderWith({ "fresh.json": plans[0], "reviewed.json": plans[1] });
    return ask(["agree", "dev", folderWith({ outcome }), folderWith(files), scratch], env);
  };

  test("depends on who approved what was reviewed", () => {
    const same = [renamed("b"), renamed("b")] as const;
    expect(may(reviewed, same, routine, "approval")).toEqual({
      status: 0,
      out: "dev: this plan does exactly what was reviewed in #7 and approved by bob.",
      err: "",
    });
    expect(may({ ...reviewed, approved: "" }, same, routine, "approval")).toMatchObject({
      status: 1,
      out: expect.stringMatching(
        "^❌ dev: this plan needs approval, and #7 was merged without the required approval.",
      ) as string,
    });
  });

  test("depends on what was reviewed", () => {
    expect(may(reviewed, [renamed("b"), renamed("c")], routine).out).toMatch(/^❌ dev: the plan .* #7 is stale\./);
    expect(may(reviewed, [renamed("b"), "not a plan"], routine).out).toMatch(/^❌ dev: the plan .* cannot be read\./);
  });

  test("depends on the environment's reviewers if nothing was reviewed, and on who accepts the risk by hand", () => {
    const [, words] = /^dev: (.*)$/.exec(may({}, [renamed("b"), ""], routine).out) ?? [];
    expect(words).toContain("not compared with a reviewed one");
    expect(may({}, [renamed("b"), ""], { ...routine, VERDICT: undefined }).status).toBe(1);
    expect(may({}, [renamed("b"), ""], {}, "approval").status).toBe(1);
    const byHand = { EVENT: "workflow_dispatch", VERDICT: "planned" };
    expect(may({}, [renamed("b"), ""], byHand, "approval").status).toBe(1);
    expect(may({}, [renamed("b"), ""], { ...byHand, ACCEPT_DATA_RISK: "true" }, "approval").status).toBe(0);
    const single = { ...byHand, ACCEPT_DATA_RISK: "true", REVIEWERS: "pull request" };
    expect(may({}, [renamed("b"), ""], single, "approval").status).toBe(1);
    expect(may({}, [renamed("b"), ""], { ...single, ADMINISTRATOR: "true" }, "approval").status).toBe(0);
  });
});
