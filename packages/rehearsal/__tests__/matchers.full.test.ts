import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { Testing, type App, type TerraformStack } from "cdktf";
import { type ChildProcess, spawn } from "node:child_process";
import { environmentOf } from "../workspace";
import { accounts, region } from "../../../stacks/accounts";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { DevStack } from "../../../stacks/dev-stack";
import { ProdStack } from "../../../stacks/prod-stack";
import { StagingStack } from "../../../stacks/staging-stack";
import { AccountStack } from "../../../stacks/account/account-stack";
import { firstVersions, testApp } from "@pipelines/testing/stack";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { root } from "@pipelines/testing/life";

const stacks: readonly [keyof typeof accounts, string, (app: App) => TerraformStack][] = [
  ["dev", "dev", (app) => new DevStack(app, firstVersions)],
  ["staging", "staging", (app) => new StagingStack(app, firstVersions)],
  ["prod", "prod", (app) => new ProdStack(app, firstVersions)],
  ["dev", "the state bucket", (app) => new AccountStack(app, { account: accounts.dev, region })],
];

// The matchers run Terraform while nothing else in this process can run: the local AWS has one of its own, and each
// Terraform starts its provider.
describeWithTerraform("CDKTF's own matchers, with the real backend,", (terraform) => {
  const before = { ...process.env };
  let aws: ChildProcess;
  let endpoint: string;

  beforeAll(async () => {
    const code = 'require("@pipelines/local-aws/local-aws").startLocalAws().then((aws) => console.log(aws.endpoint))';
    const child = spawn(process.execPath, ["--require", "./typescript.cjs", "--eval", code], { cwd: root });
    aws = child;
    endpoint = await new Promise<string>((resolve) => {
      child.stdout.once("data", (data: Buffer) => {
        resolve(data.toString().trim());
      });
    });
    for (const account of Object.values(accounts)) {
      const { s3 } = clientsOf({ endpoint }, region, account);
      await s3.send(new CreateBucketCommand({ Bucket: stateBucketName({ account, region }) }));
    }
  });
  afterEach(() => {
    process.env = { ...before };
  });
  afterAll(() => {
    aws.kill();
  });

  it.each(stacks)("in %s: %s is valid Terraform and plans", (environment, _name, create) => {
    const folder = Testing.fullSynth(create(testApp()));
    process.env = { ...before, ...environmentOf({ terraform, endpoint, account: accounts[environment] }) };
    expect(folder).toBeValidTerraform();
    expect(folder).toPlanSuccessfully();
  });

  it("do not plan in another account", () => {
    const folder = Testing.fullSynth(new DevStack(testApp(), firstVersions));
    process.env = { ...before, ...environmentOf({ terraform, endpoint, account: accounts.prod }) };
    expect(folder).not.toPlanSuccessfully();
  });
});
