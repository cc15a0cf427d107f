import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeImagesCommand, DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import { GetComponentCommand, GetContainerRecipeCommand, GetWorkflowCommand } from "@aws-sdk/client-imagebuilder";
import { GetBucketEncryptionCommand } from "@aws-sdk/client-s3";
import { GetTopicAttributesCommand } from "@aws-sdk/client-sns";
import * as fs from "node:fs";
import * as path from "node:path";
import { keyIn } from "../../../constructs/encryption";
import { summarizePlanFile } from "@pipelines/plan-review/plan-summary";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { account, further, home, OneImageLife } from "@pipelines/testing/one-image-life";

const [first, second] = ["1", "2"].map((digit) => `arn:aws:kms:${home}:${account}:key/mrk-${digit.repeat(32)}`) as [
  string,
  string,
];

const settings = (key: string, more = ""): string =>
  `encryptionKey: "${key}", regions: ["${further}"], notifications: { emails: ["platform@example.com"] }, ${more}`;

const definition = `buildInstance: { volumes: [{ size: 30 }] },
  workflows: [
    { managed: "build-container" },
    { document: "approve.yaml", type: "TEST", parameters: { waitForApproval: "true" } },
  ],`;

// The life cycle of one environment: each test picks up where the previous one left off.
describeWithTerraform("A customer-managed key", (terraform) => {
  let one: OneImageLife;
  beforeAll(async () => {
    one = await OneImageLife.start(terraform);
  });
  afterAll(() => one.close());

  /** Returns the regions that have a repository of this name, with its key and the digests of its images. */
  async function repositories(repositoryName: string): Promise<(readonly [string, string?, ...string[]])[]> {
    const found = [home, further].map(async (region) => {
      const { ecr } = clientsOf(one.aws, region, account);
      const { repositories: all = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
      const repository = all.find((each) => each.repositoryName === repositoryName);
      if (repository === undefined) return [];
      const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
      const digests = imageDetails.map(({ imageDigest = "" }) => imageDigest);
      return [[region, repository.encryptionConfiguration?.kmsKey, ...digests] as const];
    });
    return (await Promise.all(found)).flat();
  }

  /** Returns the lines of the plan's summary. */
  async function rows(): Promise<string[]> {
    await one.dev.terraform(["plan", "-out=plan.bin"]);
    const file = path.join(one.dev.folder, "plan.json");
    fs.writeFileSync(file, (await one.dev.terraform(["show", "-json", "plan.bin"])).stdout);
    return summarizePlanFile(file, { stack: "dev" }).markdown.split("\n");
  }

  it("encrypts everything that can be encrypted, in both regions, in one apply", async () => {
    await one.deploy(settings(first), definition);
    const { imageBuilder, logs, s3, sns } = one.clients;
    expect(await repositories("one")).toEqual([
      [home, first, expect.any(String)],
      [further, keyIn(first, further), expect.any(String)],
    ]);
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups.map(({ logGroupName, kmsKeyId }) => [logGroupName, kmsKeyId])).toEqual([
      ["/aws/imagebuilder/dev-one", first],
      ["/aws/imagebuilder/pipeline/dev-one", first],
    ]);
    const Bucket = `dev-image-builder-logs-${account}-${home}`;
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(ServerSideEncryptionConfiguration?.Rules).toEqual([
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: first },
        BucketKeyEnabled: true,
      },
    ]);
    const TopicArn = `arn:aws:sns:${home}:${account}:dev-image-builds`;
    expect((await sns.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes?.["KmsMasterKeyId"]).toBe(first);
    const { containerRecipeArn, workflows } = (await one.pipeline()) ?? {};
    const { containerRecipe } = await imageBuilder.send(new GetContainerRecipeCommand({ containerRecipeArn }));
    const [{ componentArn: componentBuildVersionArn } = {}] = containerRecipe?.components ?? [];
    const { component } = await imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    const workflowBuildVersionArn = workflows?.[1]?.workflowArn;
    const { workflow } = await imageBuilder.send(new GetWorkflowCommand({ workflowBuildVersionArn }));
    expect([containerRecipe, component, workflow].map((each) => each?.kmsKeyId)).toEqual([first, first, first]);
    expect(containerRecipe?.instanceConfiguration?.blockDeviceMappings?.map(({ ebs }) => ebs?.kmsKeyId)).toEqual([
      first,
    ]);
  });

  it("does not replace the key of an existing repository: the plan says what is at risk, the deploy fails, and no image is lost", async () => {
    const before = await repositories("one");
    await one.synth(`regions: ["${further}"],`, definition);
    expect((await rows())[0]).toContain("data is at risk in 2 places");
    await one.synth(settings(second), definition);
    const told = await rows();
    expect(told[0]).toContain("data is at risk in 2 places");
    // One row per repository and region.
    const row =
      "| **⚠️ Data at risk** | ECR repository `one` | replaced by another one of the same name, because `encryption_configuration.0.kms_key` changes; ECR refuses it while the old one exists, so this deploy fails: give the image another repository, and every image in it is lost |";
    expect(told.filter((line) => line === row)).toHaveLength(2);
    const { errors } = await one.dev.apply();
    expect(errors).toEqual(
      Array(2).fill(expect.stringContaining("RepositoryAlreadyExistsException: The repository with name 'one'")),
    );
    expect(await repositories("one")).toEqual(before);
  });

  it("is restored in one apply after such a failed deploy", async () => {
    const before = await repositories("one");
    await one.deploy(settings(first, "deletionProtection: true,"), definition);
    expect((await repositories("one")).map(([region, key]) => [region, key])).toEqual(
      before.map(([region, key]) => [region, key]),
    );
  });

  it("is refused in the plan if repositories are protected", async () => {
    await one.synth(settings(second, "deletionProtection: true,"), definition);
    expect((await one.dev.terraform(["plan"])).output).toContain("Instance cannot be destroyed");
  });

  it("changes in one apply together with the repositories, while protected repositories stay unchanged", async () => {
    const before = await repositories("one");
    const moved = `${definition} repository: "one-encrypted",`;
    const changes = await one.deploy(settings(second, "deletionProtection: true,"), moved);
    expect(changes.filter((change) => change.includes("ecr_repository"))).toEqual(
      Array(2).fill("create ecr_repository"),
    );
    expect(await repositories("one")).toEqual(before);
    expect(await repositories("one-encrypted")).toEqual([
      [home, second, expect.any(String)],
      [further, keyIn(second, further), expect.any(String)],
    ]);
  });

  it("leaves nothing behind when protection is removed and the environment is destroyed", async () => {
    const changes = await one.deploy(settings(second), `${definition} repository: "one-encrypted",`);
    expect(changes.filter((change) => change.includes("ecr_repository"))).toEqual(
      Array(2).fill("delete ecr_repository"),
    );
    expect((await one.dev.apply({ destroy: true })).errors).toEqual([]);
    expect(one.life.remaining()).toEqual([]);
  });
});
