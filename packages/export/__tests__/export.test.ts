import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { isRead } from "@pipelines/permissions/grants";
import type { PolicyDocument } from "@pipelines/permissions/policy-document";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { accounts, region } from "@pipelines/testing/fixture-app";
import { writeSmallTree } from "@pipelines/testing/small-tree";
import { tree } from "@pipelines/testing/tree";
import { describeWithCommand } from "@pipelines/testing/terraform";
import { exported, projectCopy, readJson, runExport } from "@pipelines/testing/exporting";
import { platforms } from "../provider-locks";
import { generated } from "../readme";
import { mirrorOf } from "./mirror";

// Each export starts the app, on a machine that may be busy.
jest.setTimeout(120_000);

const stateBucket = `image-builder-state-${accounts.prod}-${region}`;
const stackTrace = /^\s+at .*:\d+:\d+\)?$/m;
const withoutTerraform = { TERRAFORM_BINARY_NAME: "no-terraform" };

/** Returns the names of the exported policy files: one, or several if the permissions do not fit into one. */
function policyFiles(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter((file) => file.startsWith("deploy-policy"))
    .sort();
}

const prod = exported("prod");

describe("An export", () => {
  it("contains the config, the permissions and a README, with no trace of CDKTF", () => {
    const files = tree(prod);
    expect(Object.keys(files).sort()).toEqual(["README.md", "cdk.tf.json", ...policyFiles(prod)]);
    expect(files["cdk.tf.json"]).not.toContain('"//"');
    const words = Object.values(files).join("").replaceAll("ManagedBy", "").replaceAll('"cdktf"', "");
    expect(words.toLowerCase()).not.toContain("cdktf");
  });

  it("is byte-for-byte identical when repeated in another folder, time zone and locale", () => {
    const copy = projectCopy();
    const { code } = runExport(["--stack", "prod", "--out", "there"], copy, {
      ...withoutTerraform,
      TZ: "Pacific/Auckland",
      LC_ALL: "tr_TR.UTF-8",
      CI: "true",
    });
    expect(code).toBe(0);
    expect(tree(path.join(copy, "there"))).toEqual(tree(prod));
  });

  it("contains no path from this machine", () => {
    for (const text of Object.values(tree(prod))) {
      for (const place of [prod, process.cwd()]) expect(text).not.toContain(path.join(place, path.sep));
    }
  });

  it("has no backend unless requested", () => {
    const { terraform } = readJson(prod, "cdk.tf.json") as { terraform: object };
    expect(terraform).toEqual({
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 6.23.0" } },
      required_version: ">= 1.10",
    });
  });

  it("keeps the stack's backend on request, and then includes permissions for the state", () => {
    const folder = exported("prod", "--backend", "keep");
    expect(readJson(folder, "cdk.tf.json")).toMatchObject({
      terraform: {
        backend: {
          s3: {
            allowed_account_ids: [accounts.prod],
            bucket: stateBucket,
            encrypt: true,
            key: "prod/terraform.tfstate",
            region,
            use_lockfile: true,
          },
        },
      },
    });
    const statements = policyFiles(folder).flatMap((file) => (readJson(folder, file) as PolicyDocument).Statement);
    expect(statements).toContainEqual({
      Sid: "State",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: [`arn:aws:s3:::${stateBucket}/prod/terraform.tfstate`],
    });
    expect(fs.readFileSync(path.join(folder, "README.md"), "utf8")).toContain(
      `The state is in \`s3://${stateBucket}/prod/terraform.tfstate\`.`,
    );
  });

  it.each([
    [["--workspace", "images-prod", "--hostname", "tfe.example.com"], "images-prod", { hostname: "tfe.example.com" }],
    [[], "prod", {}],
  ])("has a cloud block instead of a backend on request: %j", (args, workspace, more) => {
    const folder = exported("--stack", "prod", "--backend", "cloud", "--organization", "acme", ...args);
    const { terraform } = readJson(folder, "cdk.tf.json") as { terraform: Record<string, unknown> };
    expect(terraform["cloud"]).toEqual({ organization: "acme", workspaces: { name: workspace }, ...more });
    expect(terraform).not.toHaveProperty("backend");
    const readme = fs.readFileSync(path.join(folder, "README.md"), "utf8");
    expect(readme).toContain(`names the organization \`acme\` and the workspace \`${workspace}\``);
  });

  it("covers every environment if none is named, each in its own folder", () => {
    const folder = path.join(temporaryFolder(), "all");
    const { code, out, err } = runExport(["--out", folder], undefined, withoutTerraform);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(fs.readdirSync(folder)).toEqual(Object.keys(accounts).sort());
    expect(tree(path.join(folder, "prod"))).toEqual(tree(prod));
    const files = ["cdk.tf.json", ...policyFiles(path.join(folder, "dev")), "README.md"].join(", ");
    expect(out).toContain(`${path.join(folder, "dev")}: ${files}\n`);
    expect(out).toContain("No .terraform.lock.hcl");
    expect(out).toContain("Terraform was not found.");
  });

  it("prints only the permissions on request", () => {
    const { code, out, err } = runExport(["--policy", "prod", "--backend", "none"]);
    const files = policyFiles(prod);
    const tooLong =
      /^This policy has \d+ characters, but a managed policy can have at most 6144: npm run export without --policy .*\n$/;
    expect({ code, err }).toEqual({
      code: 0,
      err: files.length === 1 ? "" : (expect.stringMatching(tooLong) as string),
    });
    expect((JSON.parse(out) as PolicyDocument).Statement).toEqual(
      files.flatMap((file) => (readJson(prod, file) as PolicyDocument).Statement),
    );
    const plan = runExport(["--policy", "prod", "--for", "plan"]);
    expect(JSON.parse(plan.out)).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({ Sid: "State", Action: ["s3:GetObject"] }),
      ]) as unknown,
    });
    const actionsFor = (purpose: string): string[] => {
      const { out } = runExport(["--policy", "prod", "--for", purpose]);
      return (JSON.parse(out) as PolicyDocument).Statement.flatMap(({ Action }) => Action);
    };
    const operate = actionsFor("operate");
    expect(operate).toContain("imagebuilder:StartImagePipelineExecution");
    expect(operate.join()).not.toMatch(/iam:|imagebuilder:(Create|Delete|Update)/);
    expect(actionsFor("read").filter((action) => !isRead(action))).toEqual([]);
  });

  it("of a state bucket's stack is possible without its backend", () => {
    const folder = path.join(temporaryFolder(), "state");
    const { code } = runExport([`state-${accounts.dev}-${region}`, "--out", folder], undefined, withoutTerraform);
    expect(code).toBe(0);
    expect(readJson(folder, "cdk.tf.json")).not.toHaveProperty("terraform.backend");
  });

  it("overwrites an earlier export on request, and leaves other files alone", () => {
    const folder = path.join(temporaryFolder(), "earlier");
    fs.cpSync(prod, folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "cdk.tf.json"), "{}");
    fs.writeFileSync(path.join(folder, "terraform.tfvars"), 'instance_types = ["m5.large"]\n');
    fs.writeFileSync(path.join(folder, "deploy-policy-9.json"), "{}");
    const { code } = runExport(["prod", "--out", folder, "--replace"], undefined, withoutTerraform);
    expect(code).toBe(0);
    expect(tree(folder)).toEqual({ ...tree(prod), "terraform.tfvars": 'instance_types = ["m5.large"]\n' });
  });
});

describeWithCommand("The dependency lock file in an export", () => {
  it("has hashes for all platforms if a mirror has them", () => {
    const folder = path.join(temporaryFolder(), "out");
    const { code, out, err } = runExport(["prod", "--out", folder, "--mirror", mirrorOf(["6.22.1"], platforms)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/: cdk\.tf\.json, \.terraform\.lock\.hcl, (deploy-policy[-\d]*\.json, )+README\.md\n$/);
    const lock = fs.readFileSync(path.join(folder, ".terraform.lock.hcl"), "utf8");
    expect(lock).toMatch(/provider "registry\.terraform\.io\/hashicorp\/aws" \{\n {2}version {5}= "6\.22\.1"/);
    expect(lock.match(/"h1:/g)).toHaveLength(4);
    expect(fs.readFileSync(path.join(folder, "README.md"), "utf8")).toContain(
      "| `.terraform.lock.hcl` | the provider's version and its hashes for linux_amd64, linux_arm64, darwin_arm64 and windows_amd64 |",
    );
    expect(readJson(folder, "cdk.tf.json")).toEqual(readJson(prod, "cdk.tf.json"));
  });

  it("prevents the export if the mirror lacks a platform", () => {
    const folder = path.join(temporaryFolder(), "out");
    const { code, err } = runExport(["prod", "--out", folder, "--mirror", mirrorOf(["6.22.1"], platforms.slice(0, 1))]);
    expect(code).toBe(1);
    expect(err).toContain("--mirror");
    expect(err).toContain("linux_arm64");
    expect(fs.existsSync(folder)).toBe(false);
  });
});

describe("The generated README", () => {
  const lines = fs.readFileSync(path.join(prod, "README.md"), "utf8").split("\n");

  it("shows how many resources there are", () => {
    const { resource } = readJson(prod, "cdk.tf.json") as { resource: Record<string, object> };
    const types = Object.values(resource);
    const sum = types.reduce((total, ids) => total + Object.keys(ids).length, 0);
    expect(lines).toContain(`| \`cdk.tf.json\` | the configuration: ${sum} resources of ${types.length} types |`);
  });

  it.each([
    "| Terraform | `>= 1.10` |",
    "| provider `hashicorp/aws` | <code>&#62;= 5.100.0, &#60; 6.23.0</code> |",
    '| `instance_types` | `list(string)` | `["t2.micro"]` | Instance types that images are built on; Image Builder takes one that is available. Not null. | instance_types is empty: give at least one type, such as t2.micro.<br>instance_types are EC2 instance types, such as t2.micro. |',
    "| `security_group_ids` | `list(string)` | `[]` | Security groups of the instances that build images; at least one where subnet_id is given. Not null. | security_group_ids are ids of security groups, such as sg-0123456789abcdef0. |",
    "| `subnet_id` | `string` | `null` | Subnet of the instances that build images, with a route to the internet or to VPC endpoints. null: the account's default VPC. | subnet_id is the id of a subnet, such as subnet-0123456789abcdef0, or null for the default VPC.<br>subnet_id needs security groups of its VPC: give at least one in security_group_ids. |",
    "| `repository_urls` | ECR repository, by image |",
    "| `log_bucket` | Bucket of the build logs, under the prefix imagebuilder-prod/ |",
    "### VCS-driven: the workspace watches a repository",
    "### CLI-driven: runs start at a terminal or in CI",
    "`cdk.tf.json` has no backend: the state is in the workspace.",
    "terraform providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 -platform=windows_amd64",
  ])("says: %s", (line) => {
    expect(lines).toContain(line);
  });

  it("shows how each permissions file becomes a policy", () => {
    const files = policyFiles(prod);
    for (const file of files) {
      const name =
        files.length === 1 ? "prod-deploy" : file.replace("deploy-policy", "prod-deploy").replace(".json", "");
      expect(lines).toContain(`aws iam create-policy --policy-name ${name} --policy-document file://${file}`);
    }
  });
});

describe("An export that is impossible", () => {
  const there = temporaryFolder();
  fs.writeFileSync(path.join(there, "main.tf"), "# somebody's\n");
  const synthesized = temporaryFolder();
  for (const name of ["cdk.tf.json", "README.md"]) fs.writeFileSync(path.join(synthesized, name), "{}");

  function refused(args: readonly string[], project?: string): string {
    const { code, out, err } = runExport(args, project, withoutTerraform);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/\nNothing was exported\.\n$/);
    expect(err).not.toMatch(stackTrace);
    return err;
  }

  it.each<[string, string[], string[]]>([
    [
      "a stack that does not exist",
      ["--stack", "prd"],
      ['no stack "prd"', "allowed: dev, ", "fix:     write --stack prod"],
    ],
    ["an option that does not exist", ["--stak", "prod"], ['the option "--stak"', "usage: npm run export"]],
    [
      "a state that is a file",
      [`state-${accounts.dev}-${region}`, "--backend", "keep"],
      ["is a file in this repository", "none or cloud for this stack"],
    ],
    ["a folder below a file", ["prod", "--out", "package.json/x"], ['"package.json/x" cannot be written: ENOTDIR']],
    ["a file instead of a folder", ["prod", "--out", "package.json"], ['"package.json" is a file']],
    ["a folder that is not empty", ["prod", "--out", there], ["is not empty: it has main.tf", "add --replace"]],
    [
      "a folder whose README.md is not an export's",
      ["prod", "--out", ".", "--replace"],
      ['no export wrote ".": it does not have both cdk.tf.json and an export\'s README.md'],
    ],
    [
      "a folder written by CDKTF instead of an export",
      ["prod", "--out", synthesized, "--replace"],
      [`no export wrote "${synthesized}"`],
    ],
    ["a mirror without providers", ["prod", "--out", path.join(there, "x"), "--mirror", there], ["--mirror"]],
  ])("is refused, and nothing is written: %s", (_what, args, messages) => {
    const before = tree(there);
    const err = refused(args);
    for (const words of messages) expect(err).toContain(words);
    expect(tree(there)).toEqual(before);
  });

  const unwritable = process.getuid?.() === 0 ? "/proc/nowhere/here" : path.join(temporaryFolder(), "closed", "here");

  (process.platform === "win32" ? it.skip : it)("is refused if the folder is not writable", () => {
    if (!unwritable.startsWith("/proc")) fs.mkdirSync(path.dirname(unwritable), { mode: 0o500 });
    expect(refused(["prod", "--out", unwritable])).toMatch(/cannot be written: E(NOENT|ACCES|PERM)/);
  });

  it("is refused if a folder cannot be moved into place, and leaves nothing behind", () => {
    const out = temporaryFolder();
    fs.symlinkSync("nowhere", path.join(out, "dev"));
    expect(refused(["--out", out])).toMatch(/cannot be written: ENOTDIR: not a directory\n/);
    expect(fs.readdirSync(out)).toEqual(["dev"]);
  });

  it("is refused if a later folder cannot be moved into place, and restores the earlier ones", () => {
    const out = temporaryFolder();
    for (const name of ["dev", "prod"]) fs.cpSync(prod, path.join(out, name), { recursive: true });
    fs.writeFileSync(path.join(out, "dev", "README.md"), `${generated}\nedited`);
    fs.mkdirSync(path.join(out, "prod", "deploy-policy.json"));
    const before = tree(out);
    const err = refused(["dev", "prod", "--out", out, "--replace"]);
    expect(err).toMatch(/"\S+prod" cannot be written: E\w+: /);
    expect(tree(out)).toEqual(before);
  });

  it("is refused with the frozen synth's findings if the lock is stale", () => {
    const copy = projectCopy();
    const document = path.join(copy, "images/hello-world/hello-world.yaml");
    fs.writeFileSync(document, fs.readFileSync(document, "utf8").replace("Build.", "Build!"));
    const before = tree(copy);
    const err = refused(["--stack", "prod"], copy);
    for (const words of [
      "IB-LOCK",
      "component prod/hello-world/hello-world",
      "hello-world.yaml changed",
      "npm run synth",
    ]) {
      expect(err).toContain(words);
    }
    expect(err).not.toContain("cdktf.out");
    expect(tree(copy)).toEqual(before);
    const early = refused(["--stack", "prod", "--out", there], copy);
    expect(early).toContain("is not empty: it has main.tf");
    expect(early).not.toContain("IB-LOCK");
  });
});

describe("An export of an environment with groups", () => {
  const copy = projectCopy();
  writeSmallTree(copy, {
    environments: { dev: 'images: [image("base")], groups: { web: { images: [image("web")] } }' },
    images: {
      base: 'repository: "base", parentImage: "amazonlinux:2023"',
      web: 'repository: "web", parentImage: { image: "base" }',
    },
  });
  const synth = ["--require", "./typescript.cjs", "main.ts", "--without-history"];
  execFileSync(process.execPath, synth, { cwd: copy, env: { PATH: process.env["PATH"] } });

  it("has a workspace for each group, named after its stack", () => {
    const cloud = ["--backend", "cloud", "--organization", "acme", "--out", "out"];
    expect(runExport(cloud, copy, withoutTerraform)).toMatchObject({ code: 0 });
    const workspaces = ["dev", "dev-web"].map(
      (stack) => (readJson(copy, "out", stack, "cdk.tf.json") as { terraform: { cloud: object } }).terraform.cloud,
    );
    expect(workspaces).toMatchObject([{ workspaces: { name: "dev" } }, { workspaces: { name: "dev-web" } }]);
  });

  it("prints a group's policy, which names only the group's images", () => {
    const { code, out } = runExport(["--policy", "dev-web"], copy, withoutTerraform);
    expect(code).toBe(0);
    const written = JSON.stringify(JSON.parse(out) as PolicyDocument);
    expect(written).toContain("imagebuilder:eu-west-1:123456789012:*/dev-web/*");
    expect(written).not.toMatch(/dev-\*|dev-base/);
  });
});
