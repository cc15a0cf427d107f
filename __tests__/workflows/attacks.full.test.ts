import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { environmentFor } from "@pipelines/terraform/terraform";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { Actions } from "./actions";
import { Clone } from "./clone";

const accounts = { dev: "111122223333", prod: "444455556666" };
const account = accounts.dev;
const region = "us-east-1";

const main = `import * as path from "node:path";
import { App } from "cdktf";
import { DevStack } from "./stacks/dev-stack";
import { ProdStack } from "./stacks/prod-stack";
import { readOptions } from "./stacks/synthesis/options";
import { synthesize } from "./stacks/synthesis/synthesize";
import { VersionLock } from "@pipelines/version-lock/version-lock";

const options = readOptions(process.argv.slice(2), process.env);
const versions = VersionLock.open(path.join(__dirname, "image-versions.lock"), options);
const app = new App({ stackTraces: false, skipValidation: true });
new DevStack(app, versions);
new ProdStack(app, versions);
process.exitCode = synthesize(app, versions, options);
`;

/** An environment's class with each setting on its own line, so that several changes merge cleanly. */
function environment(name: "dev" | "prod", settings: readonly string[]): string {
  return `import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { EnvironmentStack } from "./environment/environment-stack";

export class ${name === "dev" ? "Dev" : "Prod"}Stack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "${name}",
      account: "${accounts[name]}",
      region: "${region}",
      buildOnDeploy: false,
${settings.map((setting) => `      ${setting},\n\n\n`).join("")}    });
  }
}
`;
}

const settings = [
  'images: [image("hello-world")]',
  'schedule: "rate(7 days)"',
  'instanceTypes: ["t3.small"]',
  "logRetentionDays: 90",
  "keep: { builds: 100 }",
  "terminateInstanceOnFailure: true",
];
/** The settings, with one of them replaced. */
const withSetting = (setting: string) =>
  settings.map((each) => (each.split(":")[0] === setting.split(":")[0] ? setting : each));

/** Pull request numbers. */
const numbers = (function* count(): Generator<number, never> {
  for (let number = 10; ; number++) yield number;
})();

describeWithTerraform("Pull requests, run through the steps of the workflows", (terraform) => {
  let aws: LocalAws;
  let actions: Actions;

  beforeAll(async () => {
    aws = await startLocalAws({ accountId: account, speed: 5_000 });
    for (const account of Object.values(accounts)) {
      const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/s3/aws4_request` };
      const bucket = `${aws.endpoint}/${stateBucketName({ account, region })}`;
      expect((await fetch(bucket, { method: "PUT", headers })).status).toBe(200);
    }
    const env = environmentFor(terraform, aws.endpoint);
    const clone = new Clone(env);
    clone.write("main.ts", main);
    clone.write("stacks/dev-stack.ts", environment("dev", settings));
    clone.write("stacks/prod-stack.ts", environment("prod", [...settings, "deletionProtection: true"]));
    clone.write("stacks/staging-stack.ts", "");
    await clone.lockProvider();
    expect(await clone.step("npm run synth", { CI: "" })).toMatchObject({ code: 0 });
    clone.commit("Two environments");
    actions = new Actions(clone, { ...env, CI: "" });
    for (const [name, rules] of [
      ["dev", []],
      ["prod", [{ type: "required_reviewers", reviewers: [{}] }]],
    ] as const) {
      const place = `GET repos/o/r/environments/${name}`;
      actions.github.answer({
        [place]: { protection_rules: rules, deployment_branch_policy: { custom_branch_policies: true } },
        [`${place}/deployment-branch-policies?per_page=100`]: { branch_policies: [{ name: "main", type: "branch" }] },
      });
    }
  });
  afterAll(() => aws.close());

  const edit = (name: "dev" | "prod", setting: string) => (folder: string) => {
    const more = name === "prod" ? ["deletionProtection: true"] : [];
    fs.writeFileSync(
      path.join(folder, "stacks", `${name}-stack.ts`),
      environment(name, [...withSetting(setting), ...more]),
    );
  };
  /** Replaces the configuration of each stack with what `change` returns for it. */
  const configuration = (change: (config: Record<string, object>) => object | string) => (folder: string) => {
    for (const stack of ["dev", "prod"]) {
      const file = path.join(folder, "stacks", stack, "cdk.tf.json");
      const changed = change(JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, object>);
      fs.writeFileSync(file, typeof changed === "string" ? changed : JSON.stringify(changed));
    }
  };

  test("nothing is deployed until somebody has accepted it", async () => {
    const pushed = await actions.deploy("push");
    expect(pushed["plan dev"]?.log).toContain("nobody has reviewed it");
    const byHand = await actions.deploy("workflow_dispatch", { "accept-data-risk": true });
    expect(byHand["apply dev"]?.log).toContain("Apply complete!");
    expect(byHand["apply prod"]?.log).toContain("Apply complete!");
  });

  test("an honest one is planned, and needs no approval if it is routine", async () => {
    const honest = await actions.open(1, edit("dev", 'schedule: "rate(1 day)"'));
    const { status, comments } = await actions.review(honest, actions.synthesize(honest));
    expect(status).toBe("success: Nothing needs approval.");
    // prod did not change, so it is not planned.
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain("**Schedule changed**");
  });

  test("files that its run added are neither executed nor used", async () => {
    const evil = await actions.open(2, edit("dev", "logRetentionDays: 30"));
    const synth = actions.synthesize(evil, (folder) => {
      for (const file of [
        "stacks/synthesis/synthesize.ts",
        "stacks/dev/evil.tf.json",
        "stacks/dev/dev.auto.tfvars",
        "main.ts",
      ]) {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), "throw new Error('executed');");
      }
    });
    const { status, comments, jobs } = await actions.review(evil, synth);
    expect(JSON.stringify(jobs)).not.toContain("executed");
    expect(comments[0]).toMatch(/^<!-- plan of dev -->\n(⚠️ )?dev: /);
    expect(status).toMatch(/^(success|pending): /);
  });

  test.each<[string, (folder: string) => void, string]>([
    [
      "a link instead of a configuration",
      (folder) => {
        fs.rmSync(path.join(folder, "stacks/dev/cdk.tf.json"));
        fs.symlinkSync("/etc/passwd", path.join(folder, "stacks/dev/cdk.tf.json"));
      },
      "cdk.tf.json is not a regular file",
    ],
    [
      "a link instead of a folder",
      (folder) => {
        fs.renameSync(path.join(folder, "stacks"), path.join(folder, "elsewhere"));
        fs.symlinkSync("elsewhere", path.join(folder, "stacks"));
      },
      "stacks is not a folder",
    ],
    [
      "a stack whose name is a path",
      (folder) => {
        fs.writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ stacks: { "../../x": {} } }));
      },
      "has a stack whose name is not letters, digits, - and _",
    ],
    [
      "a configuration of unlimited size",
      (folder) => {
        fs.truncateSync(path.join(folder, "stacks/dev/cdk.tf.json"), 1024 ** 3);
      },
      "bytes; at most 16777216 are read",
    ],
  ])("%s ends the review", async (_what, tamper, words) => {
    const evil = await actions.open(numbers.next().value, () => undefined);
    const { status, comments, jobs } = await actions.review(evil, actions.synthesize(evil, tamper));
    expect(jobs["stacks"]?.log).toContain(words);
    expect(comments).toEqual([]);
    expect(status).toBe('failure: The job stacks ended with "failure", so the plans were not available for review.');
  });

  const output = (value: string) => configuration((config) => ({ ...config, output: { a: { value } } }));
  const provider = (change: object) =>
    configuration((config) => {
      const [first] = (config["provider"] as { aws: readonly object[] }).aws;
      return { ...config, provider: { aws: [{ ...first, ...change }] } };
    });
  test.each<[string, (folder: string) => void]>([
    [
      "a program as a data source",
      configuration((config) => ({ ...config, data: { external: { a: { program: ["env"] } } } })),
    ],
    ["a request", configuration((config) => ({ ...config, data: { http: { a: { url: "https://evil" } } } }))],
    ["a profile that runs a program", provider({ profile: "a", shared_config_files: ["/tmp/config"] })],
    ["different AWS endpoints", provider({ endpoints: [{ sts: "https://evil" }] })],
    ["the process environment in an output", output('${filebase64("/proc/self/environ")}')],
    ["a module", configuration((config) => ({ ...config, module: { a: { source: "https://evil/a.zip" } } }))],
    [
      "a provisioner",
      configuration((config) => ({
        ...config,
        resource: { aws_sns_topic: { a: { provisioner: { "local-exec": { command: "env" } } } } },
      })),
    ],
  ])("%s is refused, not planned, and no approval changes that", async (_what, tamper) => {
    const evil = await actions.open(numbers.next().value, () => undefined);
    const { status, comments, jobs } = await actions.review(evil, actions.synthesize(evil, tamper));
    expect(jobs["stacks"]?.outputs["stacks"]).toBe("[]");
    expect(jobs["plan"]?.result).toBe("skipped");
    expect(comments.map((text) => text.split("\n")[1]?.slice(0, 20))).toEqual([
      "❌ dev: **refused.** ",
      "❌ prod: **refused.**",
    ]);
    expect(status).toBe("failure: Refused: dev and prod. Read the comment.");
    expect(await actions.approve(evil)).toBe(status);
  });

  test("a duplicate key is planned the way it was reviewed", async () => {
    const evil = await actions.open(numbers.next().value, edit("dev", 'schedule: "rate(2 days)"'));
    const twice = configuration((config) => {
      const policy = {
        aws_iam_role_policy_attachment: { a: { role: "x", policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" } },
      };
      // Terraform would merge both "resource" objects.
      return `${JSON.stringify({ resource: policy }).slice(0, -1)},${JSON.stringify(config).slice(1)}`;
    });
    const { status, comments } = await actions.review(evil, actions.synthesize(evil, twice));
    expect(comments[0]).toContain("**Schedule changed**");
    expect(comments[0]).not.toContain("AdministratorAccess");
    expect(status).toBe("success: Nothing needs approval.");
  });

  test("a missing stack needs approval", async () => {
    const evil = await actions.open(numbers.next().value, () => undefined);
    const without = (folder: string) => {
      const file = path.join(folder, "manifest.json");
      const manifest = JSON.parse(fs.readFileSync(file, "utf8")) as { stacks: Record<string, object> };
      delete manifest.stacks["prod"];
      fs.writeFileSync(file, JSON.stringify(manifest));
    };
    const { status, comments } = await actions.review(evil, actions.synthesize(evil, without));
    expect(comments.find((text) => text.includes("prod"))).toContain("the stack is gone");
    expect(status).toBe("pending: prod: needs an approving review.");
  });

  test("a different account or state is shown, and planned by the deploy after an approval", async () => {
    const moved = await actions.open(numbers.next().value, () => undefined);
    const change = provider({ allowed_account_ids: [account, "999900001111"] });
    const { status, comments } = await actions.review(moved, actions.synthesize(moved, change));
    expect(comments.find((text) => text.includes("plan of dev"))).toMatch(
      /not planned, needs approval[^]*999900001111/,
    );
    expect(status).toBe("pending: dev and prod: needs an approving review.");
    expect(await actions.approve(moved, "alice")).toContain("alice wrote part of it");
    expect(await actions.approve(moved)).toBe("success: dev and prod: approved by bob.");
  });

  test("a run of another workflow with the same name, or from a fork, is not reviewed", async () => {
    const evil = await actions.open(numbers.next().value, () => undefined);
    const synth = actions.synthesize(evil);
    const other = await actions.review(evil, synth, { path: ".github/workflows/other.yml" });
    expect(Object.keys(other.jobs)).toEqual(["pull-request"]);
    const fork = await actions.review(evil, synth, { head_repository: { full_name: "evil/r" } });
    expect(fork.status).toMatch(/^failure: From a fork/);
  });

  test("a repair to a base that cannot be synthesized needs approval, and is deployed with it", async () => {
    actions.push((folder) => {
      fs.writeFileSync(path.join(folder, "stacks", "dev-stack.ts"), "export class DevStack {");
    });
    const repair = await actions.open(numbers.next().value, edit("dev", 'schedule: "rate(2 days)"'));
    const { status, comments } = await actions.review(repair, actions.synthesize(repair));
    expect(status).toBe("pending: dev and prod: needs an approving review.");
    expect(comments[0]).toContain("the base branch cannot be synthesized");
    expect(await actions.approve(repair)).toBe("success: dev and prod: approved by bob.");
    const jobs = await actions.merge(repair);
    expect(jobs["apply dev"]?.log).toContain("Apply complete!");
  });

  test("a change merged without the approval it needs, using a forged status, is not deployed, even by the next merge", async () => {
    const evil = await actions.open(
      numbers.next().value,
      edit("dev", 'images: [image("hello-world", { consumers: { accounts: ["999900001111"] } })]'),
    );
    const { status } = await actions.review(evil, actions.synthesize(evil));
    expect(status).toBe("pending: dev: needs an approving review.");
    const merged = await actions.merge(evil);
    expect(merged["plan dev"]?.log).toContain("was merged without the required approval");
    expect(merged["apply dev"]).toBeUndefined();
    const honest = await actions.open(numbers.next().value, edit("prod", 'schedule: "rate(3 days)"'));
    await actions.review(honest, actions.synthesize(honest));
    const next = await actions.merge(honest);
    expect(next["apply dev"]).toBeUndefined();
    expect(next["apply prod"]?.result).toBe("success");
  });
});
