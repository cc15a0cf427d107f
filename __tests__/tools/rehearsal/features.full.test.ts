import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
} from "@aws-sdk/client-ecr";
import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { ListWorkflowExecutionsCommand } from "@aws-sdk/client-imagebuilder";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import * as fs from "node:fs";
import * as path from "node:path";
import { describeWithTerraform } from "../../terraform";
import { type Clients, clientsOf, makePolicies, trustOf } from "./clients";
import { account, further, home, OneImageLife } from "./one-image-life";

const workflows = `workflows: [
  { managed: "build-container" },
  { document: "approve.yaml", type: "TEST", parameters: { waitForApproval: "true" } },
]`;

/** A step that reads from a bucket, which the role of builds is allowed to. */
const download = `      - name: Fetch
        action: S3Download
        inputs:
          - source: s3://the-scripts/setup.sh
            destination: /tmp/setup.sh
`;

// One life of one environment: what each test leaves is what the next one changes.
describeWithTerraform("What an environment can have beside the sample", (terraform) => {
  let one: OneImageLife;
  beforeAll(async () => {
    one = await OneImageLife.start(terraform);
    await one.clients.ecr.send(new CreateRepositoryCommand({ repositoryName: "team/one" }));
    await one.clients.sns.send(new CreateTopicCommand({ Name: "builds" }));
  });
  afterAll(() => one.close());

  it("is deployed with workflows, placement, key pair, topic and a description by one apply", async () => {
    const topic = `arn:aws:sns:${home}:${account}:builds`;
    const settings = `placement: { tenancy: "dedicated" }, keyPair: "builds", snsTopicArn: "${topic}",`;
    const changes = await one.deploy(
      settings,
      `${workflows}, enhancedImageMetadata: false, distributionDescription: "One",`,
    );
    expect(changes).toContain("create imagebuilder_workflow of one");
    const { workflows: used = [], executionRole, containerRecipeArn = "" } = (await one.pipeline()) ?? {};
    expect(used.map(({ workflowArn = "" }) => workflowArn.split(":workflow/")[1])).toEqual([
      "build/build-container/x.x.x",
      expect.stringMatching(/^test\/dev-one-approve\/1\.0\.\d+\/1$/),
    ]);
    expect(executionRole).toBe(`arn:aws:iam::${account}:role/imageBuilder/dev-image-builder-workflows`);
    const imageBuildVersionArn = `${containerRecipeArn.replace("container-recipe", "image")}/1`;
    const ran = await one.clients.imageBuilder.send(new ListWorkflowExecutionsCommand({ imageBuildVersionArn }));
    expect(ran.workflowExecutions?.map(({ type, status }) => `${type ?? ""} ${status ?? ""}`)).toEqual([
      "BUILD COMPLETED",
      "TEST COMPLETED",
      "DISTRIBUTION COMPLETED",
    ]);
  });

  it("gets a new version of a workflow that changed before the old one goes, and is built again", async () => {
    one.life.workspace.edit("images/one/approve.yaml", (text) => text.replace("Approve", "ApproveOnce"));
    expect(await one.deploy("", workflows)).toEqual([
      "replace imagebuilder_container_recipe of one",
      "replace imagebuilder_image of one",
      "replace imagebuilder_workflow of one",
      "update imagebuilder_distribution_configuration of one",
      "update imagebuilder_image_pipeline of one",
      "update imagebuilder_infrastructure_configuration",
    ]);
  });

  it("pushes the same image to a further region, whose protected repository stays when the region is taken out", async () => {
    const regions = `regions: ["${further}"], deletionProtection: true,`;
    const changes = await one.deploy(regions, `description: "In two regions",`);
    expect(changes.filter((change) => change.includes("ecr_"))).toEqual([
      "create ecr_lifecycle_policy",
      "create ecr_repository",
    ]);
    const images = async (region: string, repositoryName = "one") =>
      (await clientsOf(one.aws, region, account).ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails;
    const [latest] = (await images(home))?.filter(({ imageTags }) => imageTags?.includes("latest")) ?? [];
    expect((await images(further))?.map(({ imageDigest, imageTags }) => [imageDigest, imageTags])).toEqual([
      [latest?.imageDigest, latest?.imageTags],
    ]);
    const without = await one.deploy("deletionProtection: true,", `description: "In two regions",`);
    expect(without).toEqual(["update imagebuilder_distribution_configuration of one"]);
    expect(await images(further)).toHaveLength(1);
    // Protection that is given up lets the next deploy delete what was kept.
    expect(
      (await one.deploy("", `description: "In two regions",`)).filter((change) => change.includes("ecr_")),
    ).toEqual(["delete ecr_lifecycle_policy", "delete ecr_repository"]);
    await expect(images(further)).rejects.toThrow("does not exist");
  });

  it("moves to a repository that exists, and leaves it as it is when it is destroyed", async () => {
    const changes = await one.deploy("", `repository: { existing: "team/one" },`);
    expect(changes.filter((change) => change.includes("ecr_"))).toEqual([
      "delete ecr_lifecycle_policy",
      "delete ecr_repository",
    ]);
    await one.dev.apply({ destroy: true });
    const { imageDetails = [] } = await one.clients.ecr.send(new DescribeImagesCommand({ repositoryName: "team/one" }));
    expect(imageDetails).toHaveLength(1);
    expect(one.life.remaining()).toEqual([
      expect.stringMatching(/^ecr repository team\/one$/),
      expect.stringMatching(/^ecr image team\/one 1\.0\.\d+-1, latest$/),
      "sns topic builds",
    ]);
  });
});

/** All that can be had at once, in two regions: what has to be one or the other is changed from one to the other. */
describeWithTerraform("An environment with everything beside the sample", (terraform) => {
  let one: OneImageLife;
  beforeAll(async () => {
    one = await OneImageLife.start(terraform);
    const images = path.join(one.life.workspace.folder, "images");
    fs.cpSync(path.join(images, "one"), path.join(images, "two"), { recursive: true });
    one.life.workspace.edit("images/one/one.yaml", (text) => `${text}${download}`);
    await makePolicies(one.aws, account, "boundary");
    await one.clients.sns.send(new CreateTopicCommand({ Name: "builds" }));
    for (const region of [home, further]) {
      await clientsOf(one.aws, region, account).ecr.send(new CreateRepositoryCommand({ repositoryName: "team/two" }));
    }
    const profile = { InstanceProfileName: "builders" };
    await one.clients.iam.send(
      new CreateRoleCommand({ RoleName: "builders", AssumeRolePolicyDocument: trustOf("ec2.amazonaws.com") }),
    );
    await one.clients.iam.send(new CreateInstanceProfileCommand(profile));
    await one.clients.iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName: "builders" }));
  });
  afterAll(() => one.close());

  const topic = `arn:aws:sns:${home}:${account}:builds`;
  const both = `
    images: [image("one"), image("two", { repository: { existing: "team/two" } })],
    regions: ["${further}"],
    encryptionKey: "arn:aws:kms:${home}:${account}:key/mrk-${"1".repeat(32)}",
    permissionsBoundary: "arn:aws:iam::${account}:policy/boundary",
    keyPair: "builds",
    snsTopicArn: "${topic}",`;
  const definition = `${workflows}, channels: ["stable"], buildInstance: { volumes: [{ size: 30 }] },
    enhancedImageMetadata: false, distributionDescription: "Everything",`;

  const inRegions = async <Found>(find: (ecr: Clients["ecr"]) => Promise<Found>): Promise<Found[]> =>
    Promise.all([home, further].map((region) => find(clientsOf(one.aws, region, account).ecr)));
  const imagesOf = (repositoryName: string) =>
    inRegions(async (ecr) => (await ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails ?? []);
  const policies = (repositoryName: string) =>
    inRegions(async (ecr) => ({
      pull: (await ecr.send(new GetRepositoryPolicyCommand({ repositoryName }))).policyText ?? "",
      expiry: (await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).lifecyclePolicyText ?? "",
    }));

  it("is deployed by one apply, and pushes the same images to both regions", async () => {
    await one.deploy(
      `${both}
      placement: { tenancy: "dedicated", availabilityZone: "${home}a" },
      buildPermissions: {
        managedPolicies: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
        statements: [{ actions: ["ssm:GetParameter"], resources: ["arn:aws:ssm:${home}:${account}:parameter/builds/*"] }],
      },
      keep: { builds: 5 },
      scan: "enhanced",
      registryScan: "enhanced",
      consumers: { accounts: ["444455556666"], organizations: ["o-a1b2c3d4e5"], lambda: true },
      notifications: {
        emails: ["platform@example.com"],
        topic: "${topic}",
        eventBus: "arn:aws:events:${home}:444455556666:event-bus/central",
        states: ["FAILED", "AVAILABLE"],
        findings: "high",
      },`,
      definition,
    );
    for (const repository of ["one", "team/two"]) {
      const [here = [], there = []] = await imagesOf(repository);
      expect(here.map(({ imageTags }) => imageTags)).toEqual([[expect.stringMatching(/^1\.0\.\d+-1$/), "latest"]]);
      expect(there.map(({ imageDigest }) => imageDigest)).toEqual(here.map(({ imageDigest }) => imageDigest));
    }
    for (const { pull, expiry } of await policies("one")) {
      expect(pull).toContain("444455556666");
      expect(expiry).toContain('"countNumber":5');
    }
  });

  it("is changed in all of it by one apply", async () => {
    one.life.workspace.edit("images/one/approve.yaml", (text) => text.replace("Approve", "ApproveOnce"));
    const changes = await one.deploy(
      `${both}
      instanceProfile: "builders",
      placement: { tenancy: "host" },
      keep: { days: 30 },
      scan: "basic",
      registryScan: "basic",
      consumers: { organizationalUnits: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11112222"] },
      notifications: { emails: ["platform@example.com"], states: [] },`,
      `${definition} description: "Changed",`,
    );
    expect(changes).toEqual(expect.arrayContaining(["replace imagebuilder_workflow of one", "delete iam_role"]));
    const [here = [], there = []] = await imagesOf("one");
    expect(here).toHaveLength(2);
    expect(new Set(there.map(({ imageDigest }) => imageDigest))).toEqual(
      new Set(here.map(({ imageDigest }) => imageDigest)),
    );
    for (const { pull, expiry } of await policies("one")) {
      expect(pull).toContain("ou-ab12-11112222");
      expect(pull).not.toContain("444455556666");
      expect(expiry).toContain('"countNumber":30');
    }
  });

  it("is destroyed without a trace, but for what was not its own", async () => {
    expect((await one.dev.apply({ destroy: true })).errors).toEqual([]);
    expect(one.aws.unknownCalls).toEqual([]);
    const images: unknown[] = [
      "ecr image team/two 1.0.0-1",
      expect.stringMatching(/^ecr image team\/two 1\.0\.\d+-1, latest$/),
    ];
    expect(one.life.remaining()).toEqual([
      "iam role builders",
      "iam instance profile builders",
      "iam policy boundary",
      "ecr repository team/two",
      ...images,
      "sns topic builds",
      "ecr repository team/two",
      ...images,
    ]);
  });
});
