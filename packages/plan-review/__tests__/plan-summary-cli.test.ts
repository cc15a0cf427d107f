import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { change, planOf } from "./hand-made";

const root = path.join(__dirname, "../../..");
const folder = temporaryFolder();

function planSummary(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "plan-summary", "--", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  const own = stderr.split("\n").filter((line) => line !== "" && !line.startsWith("npm "));
  return { status, stdout, stderr: own };
}

function file(name: string, content: string): string {
  const whole = path.join(folder, name);
  fs.writeFileSync(whole, content);
  return whole;
}

const topic = { type: "aws_sns_topic" };

describe("npm run plan-summary", () => {
  const routine = file(
    "routine.json",
    planOf([change({ ...topic, before: { display_name: "a" }, after: { display_name: "b" } })]),
  );
  const gone = change({ type: "aws_ecr_repository", actions: ["delete"], before: { name: "web" }, after: null });
  const needing = file("needing.json", planOf([gone]));

  test("prints the summary, and exits with 0 if every change is routine", () => {
    const { status, stdout } = planSummary(routine, "--stack", "prod");
    expect(stdout.split("\n")[0]).toBe("prod: 1 resource is updated, nothing is deleted.");
    expect(status).toBe(0);
  });

  test("exits with 2 if a change is not routine, and writes the file given with --out", () => {
    const out = path.join(folder, "summary.md");
    expect(planSummary(needing, "--out", out)).toEqual({ status: 2, stdout: "", stderr: [] });
    expect(fs.readFileSync(out, "utf8")).toMatch(/^⚠️ \*\*data is at risk in 1 place\*\*, 1 resource is deleted\.\n/);
  });

  test.each([["-"], []])("reads standard input with the arguments %j", (...args: string[]) => {
    const input = fs.readFileSync(needing, "utf8");
    const options = { cwd: root, encoding: "utf8", input } as const;
    const { status, stdout } = spawnSync("npm", ["run", "--silent", "plan-summary", "--", ...args], options);
    expect(stdout).toMatch(/^⚠️ \*\*data is at risk in 1 place\*\*/);
    expect(status).toBe(2);
  });

  test("exits with 1 for input that is not a plan, and leaves the --out file alone", () => {
    const out = file("kept.md", "as it was");
    const { status, stderr } = planSummary(file("cut.json", '{"format_version":"1.2",'), "--out", out);
    expect(stderr).toEqual([
      `plan-summary: ${path.join(folder, "cut.json")} is cut off: the JSON ends in the middle, after 24 bytes`,
    ]);
    expect(status).toBe(1);
    expect(fs.readFileSync(out, "utf8")).toBe("as it was");
    expect(planSummary(routine, "--out", path.join(folder, "none", "out.md")).stderr.join("\n")).toMatch(
      /none\/out\.md\S* IB-FILE-SYSTEM\n {2}found: {3}the file system refuses it: ENOENT/,
    );
  });

  test("exits with 1 for a plan in which Terraform failed, and still reports it", () => {
    const { status, stdout } = planSummary(file("errored.json", planOf([], { errored: true })));
    expect(stdout).toMatch(/^Terraform stopped with an error/);
    expect(status).toBe(1);
  });

  test("compares two configurations for protections, and does not accept just one of them", () => {
    const resource = (lifecycle: object) => JSON.stringify({ resource: { aws_s3_bucket: { logs: { lifecycle } } } });
    const before = file("before.json", resource({ prevent_destroy: true }));
    const after = file("after.json", resource({ prevent_destroy: false }));
    const { status, stdout } = planSummary(routine, "--config-before", before, "--config", after);
    expect(stdout).toContain(
      "| **⚠️ Data at risk** | `aws_s3_bucket.logs` | protection removed: from now on, a plan may destroy it (`prevent_destroy` is gone) |",
    );
    expect(status).toBe(2);
    const alone = planSummary(routine, "--config", after).stderr.join("\n");
    expect(alone).toContain("found:   only one of --config-before and --config\n");
  });

  test("prints its usage", () => {
    expect(planSummary("--help").stdout).toMatch(/^usage: npm run -s plan-summary \[-- <plan\.json>\]/);
    const { status, stderr } = planSummary();
    expect(stderr).toEqual([expect.stringMatching(/^plan-summary: standard input is empty: run/) as string]);
    expect(status).toBe(1);
    expect(planSummary(routine, "--stak", "x").stderr.join("\n")).toContain("fix:     write --stack");
  });
});
