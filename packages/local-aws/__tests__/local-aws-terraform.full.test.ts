import { CreateBucketCommand } from "@aws-sdk/client-s3";
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
});
