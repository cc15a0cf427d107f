import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { Deployment, withoutLifecycleRules } from "../deployment";
import { useFixtureApp } from "../project-copy";
import { type Target, Workspace } from "../workspace";

/** A program that prints its arguments and a few variables. */
const program = `const { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_PROFILE, CI, TMPDIR } = process.env;
console.log(JSON.stringify({ args: process.argv.slice(2), AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_PROFILE, CI, TMPDIR }));
`;

/** Lists its stacks, or writes one of them, unless CI froze the lock. */
const main = `const fs = require("node:fs");
const list = process.argv.includes("--list");
if (list) console.log(JSON.stringify([{ stack: "prod" }, { stack: "dev" }]));
else if (process.env.CI === undefined && process.env.CDKTF_OUTDIR === undefined && process.argv.includes("--without-history")) {
  fs.mkdirSync("cdktf.out/stacks/dev", { recursive: true });
  fs.writeFileSync("cdktf.out/stacks/dev/cdk.tf.json", process.env.TEST_CONFIG ?? "");
  const stacks = { dev: { dependencies: ["base"] }, base: { dependencies: ["own"] }, own: { dependencies: [] } };
  fs.writeFileSync("cdktf.out/manifest.json", JSON.stringify({ stacks: { dev: stacks.dev } }));
  fs.writeFileSync("cdktf.out/all.json", JSON.stringify({ stacks }));
}
`;

const config = {
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.0" } } },
  provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["111122223333"] }] },
  resource: { aws_s3_bucket_lifecycle_configuration: { a: {} }, aws_iam_role: { a: { name: "dev-role" } } },
};

const root = fs.realpathSync(temporaryFolder());
const target: Target = {
  // Node.js runs the file that is named like Terraform's command: `plan.js`.
  terraform: { command: process.execPath, version: "1.11.4", provider: "5.100.0", env: {} },
  endpoint: "http://127.0.0.1:1",
  account: "111122223333",
};

function write(file: string, text: string, folder = root): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

describe("A copy of the project to work in", () => {
  let workspace: Workspace;
  const before = { ...process.env };

  beforeAll(() => {
    write("main.ts", main);
    write("typescript.cjs", "");
    write("state/terraform.tfstate", "");
    write("node_modules/cdktf-cli/bundle/bin/cdktf", program);
    write("packages/try/try-cli.ts", program);
    write("images/web/Dockerfile", "FROM a");
    write("images/web/web.yaml", "name: web");
    write("images/web/old/web.yaml", "name: old");
    write("images/web/old/copy.yaml", "name: old");
    write("stacks/dev-stack.ts", 'environment: "dev"');
    write("stacks/team-stack.ts", 'environment: "staging"');
    Object.assign(process.env, {
      CI: "1",
      CDKTF_OUTDIR: "elsewhere",
      AWS_PROFILE: "own",
      TEST_CONFIG: JSON.stringify(config),
    });
    workspace = new Workspace(root, undefined, "5.99.0");
  });
  afterAll(() => {
    process.env = before;
    workspace.remove();
    expect(fs.existsSync(workspace.folder)).toBe(false);
  });

  it("is synthesized as it is without CI, and requires one version of the provider", async () => {
    expect(fs.existsSync(path.join(workspace.folder, "state"))).toBe(false);
    expect(await workspace.synth()).toEqual({ code: 0, output: "", stdout: "" });
    expect(workspace.config("dev").names).toEqual(["dev-role"]);
    const folder = workspace.stackFolder("dev");
    expect(folder).toBe(path.join(workspace.folder, "cdktf.out/stacks/dev"));
    const written = fs.readFileSync(path.join(folder, "provider_override.tf.json"), "utf8");
    expect(JSON.parse(written)).toEqual({ terraform: { required_providers: { aws: { version: "5.99.0" } } } });
    expect(await workspace.stackOrder()).toEqual(["prod", "dev"]);
    expect(workspace.stacks()).toEqual(["dev"]);
    fs.renameSync(
      path.join(workspace.folder, "cdktf.out/all.json"),
      path.join(workspace.folder, "cdktf.out/manifest.json"),
    );
    expect(workspace.before("dev")).toEqual(["own", "base"]);
    expect(workspace.before("own")).toEqual([]);
  });

  it("runs the project's commands against local AWS alone", async () => {
    const tmp = path.join(workspace.folder, ".tmp");
    const aws = { AWS_ENDPOINT_URL: target.endpoint, AWS_ACCESS_KEY_ID: target.account };
    const printed = async (ran: Promise<{ readonly stdout: string }>): Promise<unknown> =>
      JSON.parse((await ran).stdout);
    const { folder, ended } = await workspace.tryImage("web", "dev");
    expect(path.dirname(folder)).toBe(tmp);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      args: ["web", "--environment", "dev", "--engine", "buildah", "--save", folder],
      TMPDIR: tmp,
    });
    const flags = ["--auto-approve", "--skip-synth", "--ignore-missing-stack-dependencies"];
    const deployed = await printed(workspace.cdktf("deploy", "dev", target));
    expect(deployed).toEqual({ args: ["deploy", "dev", ...flags, "--no-color"], ...aws, CI: "1", TMPDIR: tmp });
    const mirrored = { ...target, terraform: { ...target.terraform, env: { TF_CLI_CONFIG_FILE: "mirror" } } };
    const destroyed = await printed(workspace.cdktf("destroy", "dev", mirrored, { output: "/out" }));
    expect(destroyed).toMatchObject({
      args: ["destroy", "dev", ...flags, "--output", "/out", "--skip-provider-lock", "--no-color"],
    });
    write("plan.js", program, workspace.stackFolder("dev"));
    const planned = await printed(workspace.terraform("dev", ["plan", "-detailed-exitcode"], target));
    expect(planned).toEqual({ args: ["-detailed-exitcode", "-no-color"], ...aws, CI: "1", TMPDIR: tmp });
  });

  it("finds what a rehearsal edits", () => {
    expect(workspace.filesOf("web", ["name: web", "name: gone", "FROM a", "name: web"])).toEqual([
      ...["images/web/web.yaml", "images/web/Dockerfile", "images/web/web.yaml"],
    ]);
    expect(workspace.filesOf("gone", ["name: web"])).toEqual([]);
    expect(workspace.classOf("dev")).toBe("stacks/dev-stack.ts");
    expect(workspace.classOf("acme-staging")).toBe("stacks/team-stack.ts");
    expect(workspace.classOf("other")).toBe("stacks/other-stack.ts");
    workspace.edit("images/web/web.yaml", (text) => `${text}!`);
    expect(fs.readFileSync(path.join(workspace.folder, "images/web/web.yaml"), "utf8")).toBe("name: web!");
    expect(fs.readFileSync(path.join(root, "images/web/web.yaml"), "utf8")).toBe("name: web");
    expect(() => {
      workspace.edit("images/web/web.yaml", (text) => text);
    }).toThrow("images/web/web.yaml has nothing to change");
  });

  it("keeps the state of one stack in a file", () => {
    workspace.keepStateInFile("dev");
    const override = fs.readFileSync(path.join(workspace.stackFolder("dev"), "backend_override.tf.json"), "utf8");
    expect(JSON.parse(override)).toEqual({ terraform: { backend: { local: {} } } });
  });

  it("can have the tests' app instead of its own", () => {
    write("packages/testing/fixtures/app/images/hello/image.ts", "", workspace.folder);
    write("stacks/environment/kept.ts", "", workspace.folder);
    useFixtureApp(workspace.folder);
    expect(fs.readdirSync(path.join(workspace.folder, "images"))).toEqual(["hello"]);
    expect(fs.readdirSync(path.join(workspace.folder, "stacks"))).toEqual(["environment"]);
  });
});

describe("A deployment", () => {
  const folder = temporaryFolder();
  const deployment = new Deployment(folder, target);
  const lines = (...all: readonly unknown[]): string =>
    `console.log(${JSON.stringify(all.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"))})`;

  it("is planned and applied, and reports changes and errors", async () => {
    const resource = { addr: "aws_iam_role.a", resource_type: "aws_iam_role" };
    const change = { action: "create", resource };
    const failure = { severity: "error", summary: "no role", detail: "It exists.", address: "aws_iam_role.a" };
    write(
      "apply.js",
      lines(
        { type: "planned_change", change },
        { type: "apply_start", change },
        { type: "diagnostic", diagnostic: failure },
        { type: "diagnostic", diagnostic: { ...failure, severity: "warning" } },
        { type: "diagnostic", diagnostic: { severity: "error", summary: "no bucket", detail: "" } },
        '{ "type": "cut of',
      ) + ";process.exitCode = process.argv.length;",
      folder,
    );
    expect(await deployment.apply()).toMatchObject({
      code: 5,
      changes: [{ address: "aws_iam_role.a", type: "aws_iam_role", action: "create" }],
      errors: ["no role\nIt exists.", "no bucket\n"],
      failures: [
        { address: "aws_iam_role.a", text: "no role\nIt exists." },
        { address: "", text: "no bucket\n" },
      ],
    });
    write("apply.js", "console.log(process.argv.slice(2).join(' '))", folder);
    expect((await deployment.apply({ destroy: true })).stdout).toBe("-auto-approve -json -destroy -no-color\n");
    write("init.js", "console.log(process.argv.slice(2).join(' '))", folder);
    expect((await deployment.init()).stdout).toBe("-no-color\n");
  });

  it("is unchanged if a plan says so", async () => {
    const planEnds = (code: number): void => {
      write("plan.js", `console.log("planned"); process.exitCode = ${code};`, folder);
    };
    planEnds(0);
    expect(await deployment.isUnchanged()).toBe(true);
    planEnds(2);
    expect(await deployment.isUnchanged()).toBe(false);
    planEnds(1);
    await expect(deployment.isUnchanged()).rejects.toThrow("the plan failed:\nplanned\n");
  });

  it("may leave out the rules that take the provider a long time", () => {
    write("cdk.tf.json", JSON.stringify(config), folder);
    withoutLifecycleRules(folder);
    const { aws_iam_role } = config.resource;
    const written = fs.readFileSync(path.join(folder, "cdk.tf.json"), "utf8");
    expect(written).toBe(JSON.stringify({ ...config, resource: { aws_iam_role } }, null, 2));
  });
});
