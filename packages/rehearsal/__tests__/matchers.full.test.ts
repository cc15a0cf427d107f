import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { Testing, type App, type TerraformStack } from "cdktf";
import { type ChildProcess, spawn } from "node:child_process";
import { environmentOf } from "../workspace";
import { stateBucketName } from "@pipelines/image-definition/full-names";
import { AccountStack } from "../../../stacks/account/account-stack";
import { place, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { root } from "@pipelines/testing/life";

const runtime = testImage({ parentImage: { image: "base" } }, "runtime");
const stacks: readonly [string, (app: App) => TerraformStack][] = [
  ["an environment", (app) => new TestEnvironment(app, { images: [testImage({}, "base"), runtime] })],
  ["the state bucket", (app) => new AccountStack(app, place)],
];

// The matchers run Terraform and block this process. Local AWS therefore runs in a separate process, and each Terraform
// starts its own provider.
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
    const { s3 } = clientsOf({ endpoint }, place.region, place.account);
    await s3.send(new CreateBucketCommand({ Bucket: stateBucketName(place) }));
  });
  afterEach(() => {
    process.env = { ...before };
  });
  afterAll(() => {
    aws.kill();
  });

  it.each(stacks)("%s is valid Terraform and can be planned", (_name, create) => {
    const folder = Testing.fullSynth(create(testApp()));
    process.env = { ...before, ...environmentOf({ terraform, endpoint, account: place.account }) };
    expect(folder).toBeValidTerraform();
    expect(folder).toPlanSuccessfully();
  });

  it("do not produce a plan in another account", () => {
    const folder = Testing.fullSynth(new TestEnvironment(testApp()));
    process.env = { ...before, ...environmentOf({ terraform, endpoint, account: "444455556666" }) };
    expect(folder).not.toPlanSuccessfully();
  });
});
