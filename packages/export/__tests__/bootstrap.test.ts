import { CreateBucketCommand, GetObjectCommand } from "@aws-sdk/client-s3";
import { execFile, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf, testRegion } from "@pipelines/testing/clients";
import { expectReviewedHelp } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";

const root = path.resolve(__dirname, "../../..");
const stack = "state-111122223333-us-east-1";
const command = ["--require", path.join(root, "typescript.cjs"), path.join(root, "packages/export/bootstrap.ts")];

/** Runs the command with these synthesized stacks, and with a Terraform binary that does not exist. */
function bootstrap(backends: Readonly<Record<string, object>>, ...args: readonly string[]) {
  const folder = temporaryFolder();
  for (const [name, backend] of Object.entries(backends)) {
    const to = path.join(folder, "cdktf.out", "stacks", name);
    fs.mkdirSync(to, { recursive: true });
    fs.writeFileSync(path.join(to, "cdk.tf.json"), JSON.stringify({ terraform: { backend } }));
  }
  const env = { ...process.env, TERRAFORM_BINARY_NAME: "no-terraform" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    ...{ cwd: folder, encoding: "utf8", env },
  });
  return { status, stdout, stderr, files: fs.readdirSync(folder, { recursive: true }).map(String) };
}

describe("npm run bootstrap", () => {
  it("prints its help, exactly as reviewed", () => {
    const { status, stdout } = bootstrap({}, "--help");
    expectReviewedHelp(stdout);
    expect(status).toBe(0);
  });

  it("lists the existing stacks and suggests the most similar one", () => {
    const { status, stderr } = bootstrap({ [stack]: { s3: {} }, dev: { s3: {} } }, "state-111122223333-us-east-2");
    expect(stderr).toContain(`error npm run bootstrap IB-OPTION
  found:   no stack "state-111122223333-us-east-2"
  allowed: ${stack}
  fix:     write ${stack}
`);
    expect(status).toBe(1);
  });

  it("asks for a synth if none has been run", () => {
    expect(bootstrap({}).stderr).toContain("found:   no stack\n  allowed: npm run bootstrap -- <stack>");
    expect(bootstrap({}, stack).stderr).toContain(
      `no stack "${stack}"\n  allowed: a stack written by \`npm run synth\``,
    );
  });

  it("rejects a stack whose state is kept in a file", () => {
    const { status, stderr } = bootstrap({ [stack]: { local: {} } }, stack);
    expect(stderr).toContain(`found:   ${stack}, whose state is kept in a file
  allowed: an account stack with trust settings
  fix:     npm run deploy -- ${stack}`);
    expect(status).toBe(1);
  });

  it("leaves nothing behind if Terraform cannot be run, and reports why", () => {
    const { status, stderr, files } = bootstrap({ [stack]: { s3: {} } }, stack);
    expect(stderr).toBe(
      "Terraform cannot be run (spawnSync no-terraform ENOENT): install it, then run the same command again.\n",
    );
    expect(status).toBe(1);
    expect(files.filter((file) => file.includes("override"))).toEqual([]);
  });
});

describeWithTerraform("npm run bootstrap with Terraform", (terraform) => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
  });
  afterAll(() => aws.close());

  const Bucket = "state";
  const Key = `${stack}/terraform.tfstate`;

  /** A project whose stack has one resource, which needs no provider, and its state in a bucket. */
  function project(resource: object, required_version = ">= 1.10"): string {
    const folder = temporaryFolder();
    const skip = ["credentials_validation", "region_validation", "requesting_account_id", "metadata_api_check"];
    const s3 = {
      ...{ bucket: Bucket, key: Key, region: testRegion, use_path_style: true, endpoints: { s3: aws.endpoint } },
      ...Object.fromEntries(skip.map((each) => [`skip_${each}`, true])),
    };
    const config = {
      terraform: { required_version, backend: { s3 } },
      resource: { terraform_data: { one: resource } },
    };
    fs.mkdirSync(path.join(folder, "cdktf.out", "stacks", stack), { recursive: true });
    fs.writeFileSync(path.join(folder, "cdktf.out", "stacks", stack, "cdk.tf.json"), JSON.stringify(config));
    return folder;
  }

  async function run(cwd: string, ...args: readonly string[]): Promise<{ code: unknown; out: string; err: string }> {
    const env = {
      ...process.env,
      ...terraform.env,
      ...{ TERRAFORM_BINARY_NAME: terraform.command, AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" },
    };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [...command, stack, ...args], { cwd, env }, (error, out, err) => {
        resolve({ code: error?.code ?? 0, out, err });
      });
      child.stdin?.end();
    });
  }

  const files = (folder: string): string[] =>
    fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /tfstate|override/.test(file) && !file.includes(".terraform"));

  it("reports a stack that is incomplete, whose state is then still in its file", async () => {
    const failing = { provisioner: { "local-exec": { command: "exit 1" } } };
    const folder = project(failing);
    const { code, err } = await run(folder, "--auto-approve");
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^${stack} is incomplete: run the same command again\\.$`, "m"));
    expect(files(folder)).toEqual([`state/${stack}.tfstate`]);
  });

  it("does not apply a stack that cannot be initialized", async () => {
    const { code, err } = await run(project({}, ">= 99"), "--auto-approve");
    expect(code).toBe(1);
    expect(err.match(/^.*Unsupported Terraform Core version/gm)).toHaveLength(1);
    expect(err).toMatch(new RegExp(`^${stack} is incomplete: run the same command again\\.$`, "m"));
  });

  it("asks before it applies, and takes no answer for a no", async () => {
    const folder = project({ input: "a" });
    const { code, out } = await run(folder);
    expect(out).toContain("Do you want to perform these actions?");
    expect(code).toBe(1);
    expect(files(folder)).toEqual([]);
  });

  it("reports a state that cannot be moved, because its bucket does not exist", async () => {
    const folder = project({ input: "a" });
    const { code, err } = await run(folder, "--auto-approve");
    expect(code).toBe(1);
    expect(err).toMatch(
      new RegExp(`^The state of ${stack} is still in \\.\\./\\.\\./\\.\\./state/${stack}\\.tfstate: run the same`, "m"),
    );
    expect(files(folder)).toEqual([`state/${stack}.tfstate`]);
  });

  it("moves the state to its bucket, leaves none of it on this machine, and does nothing the second time", async () => {
    const { s3 } = clientsOf(aws);
    await s3.send(new CreateBucketCommand({ Bucket }));
    const folder = project({ input: "a" });
    const first = await run(folder, "--auto-approve");
    expect(first.err).toBe("");
    expect(first.out).toMatch(new RegExp(`^${stack} has been created, and its state is in its bucket\\.$`, "m"));
    expect(files(folder)).toEqual([]);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(JSON.parse((await Body?.transformToString()) ?? "")).toMatchObject({
      resources: [{ type: "terraform_data", instances: [{ attributes: { input: { value: "a" } } }] }],
    });
    expect(await run(folder, "--auto-approve")).toEqual({
      code: 0,
      out: `The state of ${stack} is already in its bucket: npm run deploy -- ${stack}\n`,
      err: "",
    });
  });
});
