import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";
import { root, stepsOf, workflow, workflowNames, workflowText } from "./workflow";

/** The actions, each at the commit that its release is. */
const actions: Readonly<Record<string, string>> = {
  "actions/cache": "55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0",
  "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
  "actions/setup-node": "820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
  "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
  "aws-actions/configure-aws-credentials": "e1253824e5c10ff9df46874f81ed3ec929e19cfd # v6.3.0",
  "hashicorp/setup-terraform": "dfe3c3f87815947d99a8997f908cb6525fc44e9e # v4.0.1",
};

/** Runs the linter on workflows in a folder of their own. */
function lint(texts: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(texts)) {
    // GitHub knows `queue` since May 2026, the linter does not yet.
    fs.writeFileSync(path.join(folder, `${name}.yml`), text.replaceAll(/^ +queue: max\n/gm, ""));
  }
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
    const used = [...workflowText(name).matchAll(/uses: ([^.].*)$/gm)].map(([, reference = ""]) => reference);
    expect(
      used.length + Object.values(workflow(name).jobs).filter(({ uses }) => uses !== undefined).length,
    ).toBeGreaterThan(0);
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
        synth: { contents: "read" },
        environments: { contents: "read" },
        plan: { contents: "read", "id-token": "write" },
        comment: { contents: "read", "pull-requests": "write" },
        gate: { contents: "read", "pull-requests": "read" },
      },
      deploy: {
        "": {},
        environments: { contents: "read" },
        deploy: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
      },
      "deploy-account": {
        "": {},
        account: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
        environment: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
      },
      "deploy-environment": {
        "": {},
        plan: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
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
    const runs = workflow("deploy-environment")
      .jobs["apply"]?.steps?.map(({ run }) => run)
      .filter((run) => run !== undefined);
    expect(runs).toHaveLength(1);
    expect(runs?.[0]).toMatch(/\n\.github\/scripts\/apply\.sh "\$STACK" plan\n$/);
  });

  test("run the pull request's own code in one job alone, which has no credentials", () => {
    const { jobs } = workflow("plan");
    const own = Object.entries(jobs).filter(([, { steps = [] }]) =>
      steps.some(
        ({ uses, with: inputs }) => uses?.startsWith("actions/checkout@") === true && inputs?.["ref"] === undefined,
      ),
    );
    expect(own.map(([name, { permissions }]) => [name, permissions])).toEqual([["synth", { contents: "read" }]]);
    // A cache that a pull request's runs may write to is not executed either.
    expect(workflowText("plan")).not.toContain("uses: actions/cache@");
  });

  test("have a gate that fails where it would be skipped, whatever ended before it", () => {
    const { plan, gate } = workflow("plan").jobs;
    expect(gate?.if).toBe("always()");
    expect(gate?.needs).toEqual(["synth", "environments", "plan", "comment"]);
    expect(plan?.if).toBe("needs.environments.outputs.stacks != '[]'");
  });

  test("queue the deploys of an environment behind each other, and of no other, and drop none", () => {
    for (const { concurrency, uses } of Object.values(workflow("deploy-account").jobs)) {
      expect(concurrency).toEqual({ group: "deploy-${{ matrix.stack }}", queue: "max" });
      expect(uses).toBe("./.github/workflows/deploy-environment.yml");
    }
    expect(workflow("deploy").jobs["deploy"]).toMatchObject({
      if: "needs.environments.outputs.accounts != '[]'",
      uses: "./.github/workflows/deploy-account.yml",
    });
    expect(workflowText("deploy")).not.toMatch(/^concurrency:/m);
    expect(workflowText("deploy-environment")).not.toContain("concurrency:");
  });

  test("deploy an account's stack before its environments, and these also where it does not change", () => {
    const { environment } = workflow("deploy-account").jobs;
    expect(environment?.needs).toBe("account");
    // Without a condition, a job is skipped with the one that it needs.
    expect(environment?.if).toBe("${{ !failure() && !cancelled() && inputs.environments != '[]' }}");
  });

  test("fetch all of the history wherever they synthesize with the lock as it is committed", () => {
    for (const name of ["plan", "deploy", "deploy-environment"]) {
      for (const { steps = [] } of Object.values(workflow(name).jobs)) {
        if (!steps.some(({ run }) => run === "npm run synth -- --frozen")) continue;
        const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
        expect(checkout?.with?.["fetch-depth"]).toBe(0);
      }
    }
  });

  test("make keys of caches from files that are there", () => {
    for (const name of workflowNames) {
      for (const [, file = ""] of workflowText(name).matchAll(/hashFiles\('([^']+)'\)/g)) {
        expect(fs.existsSync(path.join(root, file))).toBe(true);
      }
    }
  });

  test("have scripts that the other tests run", () => {
    const tested = ["scripts.test.ts", "terraform-scripts.full.test.ts", "operate.test.ts"]
      .map((file) => fs.readFileSync(path.join(__dirname, file), "utf8"))
      .join("\n");
    const names = workflowNames.flatMap((name) =>
      stepsOf(name).flatMap(({ run = "" }) => run.match(/[\w-]+(\.sh|-cli\.ts)/g) ?? []),
    );
    expect(new Set(names).size).toBeGreaterThan(7);
    for (const script of new Set(names)) expect(tested).toContain(script);
  });
});
