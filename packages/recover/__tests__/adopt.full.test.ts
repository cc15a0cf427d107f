import { CreateLogGroupCommand, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import { CreateRoleCommand, DeleteRoleCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import {
  CreateBucketCommand,
  ListObjectVersionsCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { describeWithTerraform, TerraformFolder } from "@pipelines/testing/terraform";
import { type Clients, clientsOf, trustOf } from "@pipelines/testing/clients";
import { SampleStack } from "./sample-stack";

/** See docs/import.md. */
describeWithTerraform("Adoption of objects that others created, with everything in them,", (terraform) => {
  let deployed: Deployed;
  let clients: Clients;
  let account = "";
  let region = "";
  const repositoryName = "sample-repository";
  const repository = `aws_ecr_repository=${repositoryName}`;

  beforeAll(async () => {
    deployed = await deployedDev(terraform);
    ({ account, region } = deployed.life.workspace.config("dev"));
    clients = clientsOf(deployed.aws, region, account);
    // None of this project's resources exist yet.
    expect((await deployed.dev.apply({ destroy: true })).errors).toEqual([]);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });
  afterEach(async () => {
    expect((await deployed.dev.apply({ destroy: true })).errors).toEqual([]);
  });

  const recover = (...adopted: readonly string[]) => {
    const { dev, target, aws } = deployed;
    const site = { stack: "dev", folder: dev.folder, target, aws };
    return recoverLocally(site, ["--yes", ...adopted.flatMap((each) => ["--adopt", each])]);
  };
  /**
   * Checks that these are refused at first, then adopts and deploys them, which changes them in place and creates
   * everything that is missing.
   */
  const adopt = async (...adopted: readonly string[]) => {
    const refused = await recover();
    expect(refused.code).toBe(1);
    for (const each of adopted) expect(refused.err).toContain(`npm run recover -- dev --adopt ${each}\n`);
    const { code, out } = await recover(...adopted);
    expect([code, out]).toEqual([0, expect.any(String)]);
    expect(out.match(/→ adopt it; the next deploy then sets .*tags/g)).toHaveLength(adopted.length);
    const { changes, errors } = await deployed.dev.apply();
    expect(errors).toEqual([]);
    const touched = changes.filter(({ action }) => action !== "create").map(({ type, action }) => `${action} ${type}`);
    expect(touched.sort()).toEqual(adopted.map((each) => `update ${each.split("=", 1)[0] ?? ""}`).sort());
    expect(await deployed.dev.isUnchanged()).toBe(true);
    return out;
  };
  /** What must be the same before and after: the repository, and the images that others pushed. */
  const kept = async (digests: readonly string[]) => {
    const { repositories } = await clients.ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    );
    const imageIds = digests.map((imageDigest) => ({ imageDigest }));
    const { imageDetails } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName, imageIds }));
    expect(imageDetails).toHaveLength(digests.length);
    return [
      repositories?.[0]?.repositoryArn,
      repositories?.[0]?.createdAt,
      imageDetails?.map(({ imageDigest, imagePushedAt }) => [imageDigest, imagePushedAt]),
    ];
  };
  const digests = async () => {
    const { imageDetails = [] } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName }));
    return imageDetails.map(({ imageDigest = "" }) => imageDigest);
  };
  const push = async () => {
    const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [], annotations: { by: "hand" } });
    await clients.ecr.send(new PutImageCommand({ repositoryName, imageTag: "theirs", imageManifest }));
  };

  it("from the sample CloudFormation stack, which retains its repository", async () => {
    const sample = new SampleStack(clients, { region, repositoryName });
    await sample.create();
    // Lets the build finish.
    deployed.aws.clock.skip(21);
    await sample.delete();
    const images = await digests();
    expect(images).toHaveLength(1);
    expect(deployed.life.remaining()).toEqual([
      `ecr repository ${repositoryName}`,
      `ecr image ${repositoryName} 1.0.0-1, theirs`,
      // Image Builder's own log groups, which are not part of any stack.
      expect.stringMatching(/^logs log group \/aws\/imagebuilder\/sample-/),
    ]);
    const before = await kept(images);
    await adopt(repository);
    expect(await kept(images)).toEqual(before);
    // The project's own build is listed next to it.
    expect(await digests()).toHaveLength(2);
  });

  it("from another Terraform state, which forgets it", async () => {
    const other = TerraformFolder.withConfig(deployed.target, "{}");
    await other.prepare();
    const provider = { aws: { region } };
    const aws = { source: "hashicorp/aws", version: terraform.provider };
    const base = { terraform: { required_providers: { aws } }, provider };
    const resource = { aws_ecr_repository: { web: { name: repositoryName } } };
    other.write(JSON.stringify({ ...base, resource }));
    await other.succeed("apply", "-auto-approve");
    await push();
    const images = await digests();
    const before = await kept(images);
    const removed = [{ from: "aws_ecr_repository.web", lifecycle: { destroy: false } }];
    other.write(JSON.stringify({ ...base, removed }));
    expect(await other.succeed("apply", "-auto-approve")).toContain("0 destroyed");
    await adopt(repository);
    expect(await kept(images)).toEqual(before);
  });

  it("if the repository, bucket, role and log group were created by hand", async () => {
    const { ecr, iam, logs, s3 } = clients;
    const Bucket = `dev-image-builder-logs-${account}-${region}`;
    const RoleName = "dev-image-builder";
    const logGroupName = "/aws/imagebuilder/dev-hello-world";
    const Tags = [{ Key: "Owner", Value: "web-team" }];
    await ecr.send(new CreateRepositoryCommand({ repositoryName, tags: Tags }));
    await push();
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: Tags } }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "theirs", Body: "by hand" }));
    const role = { RoleName, AssumeRolePolicyDocument: trustOf("lambda.amazonaws.com"), Tags };
    await iam.send(new CreateRoleCommand({ ...role, Path: "/" }));
    await logs.send(new CreateLogGroupCommand({ logGroupName, tags: { Owner: "web-team" } }));
    const adopted = [
      `aws_cloudwatch_log_group=${logGroupName}`,
      repository,
      `aws_iam_role=${RoleName}`,
      `aws_s3_bucket=${Bucket}`,
    ];

    const path = await recover(`aws_iam_role=${RoleName}`);
    expect(path.code).toBe(1);
    expect(path.err).toContain(
      "IB-RECOVER-REPLACED\n  found:   dev-image-builder differs in path, which AWS cannot change\n",
    );
    await iam.send(new DeleteRoleCommand({ RoleName }));
    await iam.send(new CreateRoleCommand({ ...role, Path: "/executionServiceEC2Role/" }));

    const images = await digests();
    const all = async () => {
      const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
      const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
      const { Versions } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: "theirs" }));
      expect(Versions).toHaveLength(1);
      return [await kept(images), Role?.RoleId, Role?.CreateDate, logGroups?.[0]?.creationTime, Versions];
    };
    const before = await all();
    const out = await adopt(...adopted);
    expect(out).toContain(
      `log group ${logGroupName}: in AWS under the name that the stack wants, with the tags Owner=web-team → adopt it; the next deploy then sets retention_in_days, tags and tags_all\n`,
    );
    expect(out).toMatch(/IAM role dev-image-builder: .* sets assume_role_policy, description, .*tags and tags_all\n/);
    expect(await all()).toEqual(before);
  });
});
