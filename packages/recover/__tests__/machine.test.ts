import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { CreateComponentCommand } from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { clientsOf, testAccount, testDocument, testRegion } from "@pipelines/testing/clients";
import { projectCopy } from "@pipelines/testing/exporting";
import { environment } from "@pipelines/testing/local-environments";
import { unlockedText } from "../stack-state";

const component = "image_web_recipe_component-hello_0A1B2C3D";
const address = `aws_imagebuilder_component.${component}`;
const tags = { Environment: "dev" };

const config = {
  terraform: { required_version: "", required_providers: {}, backend: {} },
  provider: { aws: [{ region: testRegion, allowed_account_ids: [testAccount], default_tags: [{ tags }] }] },
  resource: {
    aws_imagebuilder_component: {
      [component]: { name: "dev-web-hello", version: "1.0.0", platform: "Linux", data: "" },
    },
  },
};

/** What Terraform reports about the component: its document differs from the one in AWS. */
const plan = {
  terraform_version: "1.11.4",
  prior_state: {
    values: { root_module: { resources: [{ address, provider_name: "aws", schema_version: 0, values: {} }] } },
  },
  resource_changes: [
    { address, change: { actions: ["delete", "create"], before: {}, after: {}, replace_paths: [["data"]] } },
  ],
};

/** The app: describes itself, and writes the stack. It fails if it is told to. */
const app = `
import * as fs from "node:fs";
const args = process.argv.slice(2).join(" ");
fs.appendFileSync("calls.txt", ("main.ts " + args).trim() + "\\n");
if (args === "--describe --format json") process.stdout.write(fs.readFileSync("environments.json"));
if (args === "--frozen --format json") {
  fs.mkdirSync("cdktf.out/stacks/dev", { recursive: true });
  fs.copyFileSync("config.json", "cdktf.out/stacks/dev/cdk.tf.json");
}
const isWrong = (process.env.FAILS ?? "") !== "" && args.startsWith(process.env.FAILS ?? "");
if (isWrong) process.stderr.write("The app is wrong\\n");
process.exitCode = isWrong ? 1 : 0;
`;

/** Terraform, without a state. The other tests run the real one. */
const terraform = (tree: string) => `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
const variables = ["AWS_PROFILE", "CHECKPOINT_DISABLE", "TF_IN_AUTOMATION", "TF_INPUT"].map((name) => process.env[name]);
const where = process.cwd().endsWith("cdktf.out/stacks/dev") ? "dev" : "elsewhere";
fs.appendFileSync(${JSON.stringify(path.join(tree, "calls.txt"))}, ["terraform", ...args, "in", where, ...variables].join(" ") + "\\n");
if (args[0] === "init") {
  fs.mkdirSync(".terraform/providers", { recursive: true });
  fs.writeFileSync(".terraform.lock.hcl", "");
}
if (args[0] === "show") process.stdout.write(fs.readFileSync(${JSON.stringify(path.join(tree, "plan.json"))}));
`;

describe("npm run recover, on the machine that it runs on", () => {
  const tree = projectCopy();
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    const { imageBuilder } = clientsOf(aws, testRegion, testAccount);
    const settings = { name: "dev-web-hello", semanticVersion: "1.0.0", platform: "Linux" as const, tags };
    await imageBuilder.send(new CreateComponentCommand({ ...settings, data: testDocument }));
    const write = (file: string, text: string, mode = 0o644) => {
      fs.writeFileSync(path.join(tree, file), text, { mode });
    };
    write("main.ts", app);
    write("terraform", terraform(tree), 0o755);
    write("config.json", JSON.stringify(config));
    write("environments.json", JSON.stringify([environment("dev", testAccount, [{ name: "web" }])]));
    write("plan.json", JSON.stringify(plan));
    write(
      "aws-config",
      `[profile dev]\naws_access_key_id = ${testAccount}\naws_secret_access_key = local\nregion = ${testRegion}\n`,
    );
  });
  afterAll(async () => {
    expect(aws.unknownCalls).toEqual([]);
    await aws.close();
  });

  async function recover(FAILS = "") {
    fs.writeFileSync(path.join(tree, "calls.txt"), "");
    const command = [
      "--require",
      "./typescript.cjs",
      "packages/recover/recover-cli.ts",
      "dev",
      "--yes",
      "--profile",
      "dev",
    ];
    const child = spawn(process.execPath, command, {
      cwd: tree,
      env: {
        ...inheritedEnvironment(),
        ...{ AWS_ENDPOINT_URL: aws.endpoint, AWS_CONFIG_FILE: path.join(tree, "aws-config") },
        ...{ TERRAFORM_BINARY_NAME: path.join(tree, "terraform"), FAILS },
      },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, out, err, calls: fs.readFileSync(path.join(tree, "calls.txt"), "utf8").trim().split("\n") };
  }

  const found =
    "component dev-web-hello 1.0.0/1: in AWS, but not in the state; its content is not what the stack needs, so it stays as it is\n" +
    `${unlockedText}\n`;

  test("synthesizes without changing the lock, runs Terraform with the profile, and then advances the version", async () => {
    const env = "dev 1 1 0";
    const { code, out, err, calls } = await recover();
    expect({ code, out, err }).toEqual({ code: 0, out: `${found}Done. Now: npm run deploy -- dev\n`, err: "" });
    const look = [
      `terraform state pull -no-color in dev ${env}`,
      `terraform plan -refresh=false -lock=false -input=false -out=plan -no-color in elsewhere ${env}`,
      `terraform show -json plan -no-color in elsewhere ${env}`,
    ];
    expect(calls).toEqual([
      "main.ts --describe --format json",
      "main.ts --frozen --format json",
      `terraform init -input=false -no-color in dev ${env}`,
      ...look,
      ...look,
      "main.ts --forward web --environment dev",
    ]);
  });

  test("stops if the app does not synthesize, or if the lock cannot change", async () => {
    const wrong = await recover("--frozen");
    expect(wrong).toMatchObject({ code: 1, out: "", err: "The app is wrong\n" });
    expect(wrong.calls).toEqual(["main.ts --describe --format json", "main.ts --frozen --format json"]);
    const frozen = await recover("--forward");
    expect([frozen.code, frozen.out]).toEqual([1, found]);
    expect(frozen.err).toContain("error image-versions.lock IB-RECOVER-FORWARD\n");
  });
});
