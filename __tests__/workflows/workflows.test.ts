import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { root, stepsOf, workflow, workflowNames, workflowText } from "./workflow";

/** The actions, each pinned to the commit of its release. */
const actions: Readonly<Record<string, string>> = {
  "actions/cache": "55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0",
  "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
  "actions/setup-node": "820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
  "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
  "aws-actions/configure-aws-credentials": "e1253824e5c10ff9df46874f81ed3ec929e19cfd # v6.3.0",
  "hashicorp/setup-terraform": "dfe3c3f87815947d99a8997f908cb6525fc44e9e # v4.0.1",
};

describe("the workflows", () => {
  test("pass the workflow linter, unlike one with an expression that refers to something that does not exist", () => {
    const folder = temporaryFolder();
    const broken = workflowText("plan").replace("matrix.stack }}", "matrix.stak }}.${{ nothing.here }}");
    for (const [name, text] of [...workflowNames.map((each) => [each, workflowText(each)]), ["broken", broken]]) {
      // GitHub has supported `queue` since May 2026, but the linter does not recognize it yet.
      fs.writeFileSync(path.join(folder, `${name}.yml`), text?.replaceAll(/^ +queue: max\n/gm, "") ?? "");
    }
    const bin = path.join(root, "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "*.yml"], { cwd: folder, encoding: "utf8" });
    expect(`${stdout}${stderr}`).toContain(`Checking ${workflowNames.length + 1} workflow file(s)`);
    const findings = `${stdout}${stderr}`.match(/^.*\.yml\b.*$/gm) ?? [];
    expect(findings.map((line) => line.replace(/:\d+:\d+ /, " ").slice(0, 40))).toEqual(
      findings.map(() => 'broken.yml undefined variable "nothing".'),
    );
    expect([findings.length > 0, status]).toEqual([true, 1]);
  });

  test.each(workflowNames)("%s pins actions to full commits, with the release next to them", (name) => {
    const used = [...workflowText(name).matchAll(/^ +(?:- )?uses: ([^.].*)$/gm)].map(([, reference = ""]) => reference);
    const calls = Object.values(workflow(name).jobs).filter(({ uses }) => uses !== undefined);
    // The review workflow itself does nothing.
    if (name !== "review") expect(used.length + calls.length).toBeGreaterThan(0);
    for (const reference of used) {
      const [action = "", commit = ""] = reference.split("@");
      expect(commit).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      expect(commit).toBe(actions[action]);
    }
  });

  test("give each job only the permissions that it needs", () => {
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
      ci: { "": { contents: "read" }, checks: undefined, tests: undefined, all: {} },
      synth: { "": {}, synth: { contents: "read" } },
      plan: {
        "": {},
        "pull-request": { contents: "read", actions: "read", "pull-requests": "read", statuses: "write" },
        stacks: { contents: "read", actions: "read" },
        plan: { contents: "read", "id-token": "write" },
        comment: { contents: "read", "pull-requests": "write" },
        gate: { contents: "read", actions: "read", "pull-requests": "read", statuses: "write" },
      },
      review: { "": {}, review: {} },
      approval: { "": {}, gate: { contents: "read", actions: "read", "pull-requests": "read", statuses: "write" } },
      deploy: {
        "": {},
        environments: { contents: "read", actions: "read" },
        deploy: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
      },
      "deploy-account": {
        "": {},
        account: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
        environment: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
      },
      "deploy-stacks": {
        "": {},
        ...Object.fromEntries(
          ["own", "groups", "later-groups", "last-groups"].map((job) => [
            job,
            { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
          ]),
        ),
      },
      "deploy-environment": {
        "": {},
        plan: { contents: "read", "id-token": "write", "pull-requests": "read", actions: "read" },
        protection: { contents: "read", actions: "read" },
        apply: { contents: "read", "id-token": "write" },
      },
      successor: { "": { contents: "read" }, successor: undefined },
      faults: { "": { contents: "read" }, faults: undefined },
      mutation: { "": { contents: "read" }, mutate: undefined },
      build: { "": {}, stack: { contents: "read" }, build: { contents: "read", "id-token": "write" } },
      promote: { "": {}, stack: { contents: "read" }, promote: { contents: "read", "id-token": "write" } },
    });
  });

  test("keep other people's text out of their scripts, and contain no secrets", () => {
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

  test("install no packages where they could change AWS", () => {
    const runs = workflow("deploy-environment")
      .jobs["apply"]?.steps?.map(({ run }) => run)
      .filter((run) => run !== undefined);
    expect(runs).toHaveLength(1);
    expect(runs?.[0]).toBe('.github/scripts/apply.sh "$STACK" "$RUNNER_TEMP/plan"');
  });

  test("run the pull request's own code without credentials, and make decisions in workflows from the default branch", () => {
    const events = Object.fromEntries(
      workflowNames.map((name) => [name, Object.keys((parse(workflowText(name)) as { on: object }).on)]),
    );
    const own = workflowNames.filter((name) =>
      events[name]?.some((event) => /^(pull_request|merge_group)/.test(event)),
    );
    expect(own).toEqual(["ci", "synth", "review"]);
    for (const name of own) {
      for (const { permissions } of Object.values(workflow(name).jobs)) {
        expect(Object.values(permissions ?? {}).filter((access) => access !== "read")).toEqual([]);
      }
    }
    expect(events).toMatchObject({ plan: ["workflow_run"], approval: ["workflow_run"] });
    for (const name of ["plan", "approval"]) {
      for (const { uses, with: inputs } of stepsOf(name)) {
        // Without `ref`, the default branch is checked out, with nothing from the pull request.
        if (uses?.startsWith("actions/checkout@") === true) expect(inputs).not.toHaveProperty("ref");
      }
    }
  });

  test("never unpack an artifact into a checkout", () => {
    let downloads = 0;
    for (const name of workflowNames) {
      for (const { uses, with: inputs } of stepsOf(name)) {
        if (uses?.startsWith("actions/download-artifact@") !== true) continue;
        downloads += 1;
        expect(inputs?.["path"]).toMatch(/^\$\{\{ runner\.temp \}\}\/[a-z-]+$/);
      }
    }
    expect(downloads).toBeGreaterThan(5);
  });

  test("restore no cache in jobs that decide, apply or promote", () => {
    const deciding = ["plan", "approval", "deploy", "deploy-account", "deploy-environment", "build", "promote"];
    for (const name of deciding) {
      expect(workflowText(name)).not.toMatch(/actions\/cache@|^ +cache:/m);
      for (const { uses, with: inputs } of stepsOf(name)) {
        // By default, setup-node caches npm packages for some projects.
        if (uses?.startsWith("actions/setup-node@") === true) expect(inputs?.["package-manager-cache"]).toBe(false);
      }
    }
  });

  test("give credentials only to reviewed code", () => {
    for (const [name, job] of [
      ["plan", "plan"],
      ["deploy-environment", "plan"],
    ] as const) {
      const steps = workflow(name).jobs[job]?.steps ?? [];
      const own = steps.filter(({ uses }) => uses?.startsWith("actions/download-artifact@"));
      // This artifact was written by a job in the same run, and no pull request can write to that run.
      expect(own.map(({ with: inputs }) => [inputs?.["name"], inputs?.["run-id"]])).toEqual([["stacks", undefined]]);
    }
  });

  test("always report a status, so that no older one remains", () => {
    const { plan, gate } = workflow("plan").jobs;
    expect(gate?.if).toBe("${{ always() && needs.pull-request.outputs.number != '' }}");
    expect(gate?.needs).toEqual(["pull-request", "stacks", "plan", "comment"]);
    expect(plan?.if).toBe("needs.stacks.outputs.stacks != '[]'");
  });

  test("check that GitHub's environment exists before a job names it", () => {
    const { protection, apply } = workflow("deploy-environment").jobs;
    expect(apply?.needs).toEqual(["plan", "protection"]);
    expect(protection?.permissions).not.toHaveProperty("id-token");
    expect(protection?.if).toBe(apply?.if);
  });

  test("queue deploys of the same environment one after another, without waiting for other environments, and drop none", () => {
    const { account, environment } = workflow("deploy-account").jobs;
    for (const job of [account, ...Object.values(workflow("deploy-stacks").jobs)]) {
      const { concurrency, uses } = job ?? {};
      expect(concurrency).toEqual({ group: "deploy-${{ matrix.stack }}", queue: "max" });
      expect(uses).toBe("./.github/workflows/deploy-environment.yml");
    }
    expect(environment).toMatchObject({ uses: "./.github/workflows/deploy-stacks.yml" });
    expect(workflow("deploy").jobs["deploy"]).toMatchObject({
      if: "needs.environments.outputs.accounts != '[]'",
      uses: "./.github/workflows/deploy-account.yml",
    });
    expect(workflowText("deploy")).not.toMatch(/^concurrency:/m);
    expect(workflowText("deploy-environment")).not.toContain("concurrency:");
  });

  test("deploy an account's stack before its environments, and deploy those even if it does not change", () => {
    const { environment } = workflow("deploy-account").jobs;
    expect(environment?.needs).toBe("account");
    // Without a condition, a job is skipped along with the job that it needs.
    expect(environment?.if).toBe("${{ !failure() && !cancelled() && inputs.environments != '[]' }}");
  });

  test("deploy an environment's own stack, then its groups in the order of their waves", () => {
    const jobs = Object.values(workflow("deploy-stacks").jobs);
    const names = Object.keys(workflow("deploy-stacks").jobs);
    expect(jobs.map(({ needs }) => needs)).toEqual([undefined, ...names.slice(0, -1)]);
    for (const [wave, job] of jobs.entries()) {
      expect(job.if).toContain(`fromJSON(inputs.waves)[${wave}][0]`);
      expect(job.if).toMatch(wave === 0 ? /^/ : /!failure\(\) && !cancelled\(\) && /);
      expect(job.strategy?.matrix["include"]).toBe(`\${{ fromJSON(inputs.waves)[${wave}] }}`);
    }
  });

  test("fetch the full history wherever they synthesize with the committed lock", () => {
    for (const name of ["synth", "deploy"]) {
      for (const { steps = [] } of Object.values(workflow(name).jobs)) {
        if (!steps.some(({ run }) => run === "npm run synth -- --frozen")) continue;
        const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
        expect(checkout?.with?.["fetch-depth"]).toBe(0);
      }
    }
  });

  test("compute cache keys from existing files", () => {
    for (const name of workflowNames) {
      for (const [, file = ""] of workflowText(name).matchAll(/hashFiles\('([^']+)'\)/g)) {
        expect(fs.existsSync(path.join(root, file))).toBe(true);
      }
    }
  });

  test("call only scripts that other tests run", () => {
    const test = (name: string) => fs.readFileSync(path.join(__dirname, name), "utf8");
    // The workflows that review and deploy are run exactly as written, step by step.
    const stepByStep = ["plan", "approval", "deploy", "deploy-environment"];
    for (const name of stepByStep) expect(test("actions.ts")).toContain(`this.job("${name}"`);
    for (const name of workflowNames.filter((each) => !stepByStep.includes(each))) {
      const scripts = stepsOf(name).flatMap(({ run = "" }) => run.match(/[\w-]+(\.sh|-cli\.ts)/g) ?? []);
      for (const script of scripts) expect(test("operate.test.ts")).toContain(script);
    }
  });
});
