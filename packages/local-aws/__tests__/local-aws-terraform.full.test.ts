import { CreateBucketCommand, PutBucketLifecycleConfigurationCommand } from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "../local-aws";
import { environmentFor, run, type Terraform } from "@pipelines/terraform/terraform";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf, testRegion } from "@pipelines/testing/clients";

const stateBucket = "state-111122223333-eu-west-1";

describeWithTerraform("the real Terraform against the local AWS", (terraform: Terraform) => {
  let aws: LocalAws;
  let folder: string;
  beforeEach(async () => {
    // A build takes 150 ms: nothing here depends on its duration.
    aws = await startLocalAws({ speed: 8000 });
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "local-aws-"));
  });
  afterEach(async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    await aws.close();
  });

  /** Runs Terraform, requires this exit code, and returns its output. */
  const expectTerraform = async (code: number, ...args: string[]) => {
    const env = environmentFor(terraform, aws.endpoint);
    const ended = await run(terraform.command, [...args, "-no-color"], { cwd: folder, env });
    if (ended.code !== code) throw new Error(`terraform ${args.join(" ")} ended with ${ended.code}:\n${ended.output}`);
    return ended.output;
  };
  const expectEmptyPlan = (...vars: string[]) => expectTerraform(0, "plan", "-detailed-exitcode", ...vars);
  const createBucket = async (Bucket: string) => {
    const CreateBucketConfiguration = { LocationConstraint: testRegion } as const;
    await clientsOf(aws).s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  };
  const remaining = () => aws.remaining().filter(({ name }) => !name.startsWith(stateBucket));

  test("every resource is created, planned as unchanged, replaced in the right order, and destroyed", async () => {
    fs.copyFileSync(path.join(__dirname, "every-resource.tf"), path.join(folder, "main.tf"));
    await createBucket(stateBucket);
    await expectTerraform(0, "init");
    await expectTerraform(0, "apply", "-auto-approve");
    expect(remaining().find(({ kind, service }) => kind === "image" && service === "imagebuilder")).toMatchObject({
      version: "1.0.0/1",
      state: "AVAILABLE",
    });
    await expectEmptyPlan();

    const vars = ['-var=component={ version = "1.0.1", greeting = "servus" }', '-var=instance_types=["t3.small"]'];
    const before = aws.calls.length;
    await expectTerraform(0, "apply", "-auto-approve", ...vars);
    const changes = aws.calls
      .slice(before)
      .filter(({ service, operation }) => service === "imagebuilder" && /^(Create|Delete)/.test(operation))
      .map(({ operation }) => operation);
    expect(changes).toEqual([
      "CreateComponent",
      "CreateContainerRecipe",
      "CreateImage",
      "DeleteImage",
      "DeleteContainerRecipe",
      "DeleteComponent",
    ]);
    await expectEmptyPlan(...vars);

    // A repository and a bucket that are not empty do not prevent it.
    expect(remaining().filter(({ kind }) => kind === "object")).toHaveLength(2);
    await expectTerraform(0, "destroy", "-auto-approve", ...vars);
    expect(remaining()).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
    expect(aws.calls.filter(({ status }) => status >= 500)).toEqual([]);
  });

  // The provider takes 55 s to create one, whatever S3 returns: it waits until it has read the configuration back
  // unchanged ten times.
  test("a bucket's lifecycle configuration is imported, planned as unchanged and destroyed", async () => {
    const { s3 } = clientsOf(aws);
    const Bucket = "expiring";
    await createBucket(Bucket);
    const rule = { ID: "expire", Status: "Enabled" as const, Filter: { Prefix: "" }, Expiration: { Days: 90 } };
    const NoncurrentVersionExpiration = { NoncurrentDays: 30 };
    const Rules = [{ ...rule, NoncurrentVersionExpiration }];
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
    const config = {
      provider: { aws: { region: testRegion } },
      import: [
        { to: "aws_s3_bucket.logs", id: Bucket },
        { to: "aws_s3_bucket_lifecycle_configuration.logs", id: Bucket },
      ],
      resource: {
        aws_s3_bucket: { logs: { bucket: Bucket } },
        aws_s3_bucket_lifecycle_configuration: {
          logs: {
            bucket: "${aws_s3_bucket.logs.id}",
            rule: {
              id: "expire",
              status: "Enabled",
              filter: { prefix: "" },
              expiration: { days: 90 },
              noncurrent_version_expiration: { noncurrent_days: 30 },
            },
          },
        },
      },
    };
    fs.writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify(config));
    await expectTerraform(0, "init");
    const applied = await expectTerraform(0, "apply", "-auto-approve");
    expect(applied).toContain("Resources: 2 imported, 0 added, ");
    await expectEmptyPlan();
    await expectTerraform(0, "destroy", "-auto-approve");
    expect(aws.remaining()).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
  });
});
