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
import { withoutLifecycleRules } from "../deployment";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { type Clients, clientsOf, makePolicies, trustOf } from "@pipelines/testing/clients";
import { planned, root } from "@pipelines/testing/life";
import { account, further, home, OneImageLife } from "@pipelines/testing/one-image-life";

const workflows = `workflows: [
  { managed: "build-container" },
  { document: "approve.yaml", type: "TEST", parameters: { waitForApproval: "true" } },
]`;

// The life cycle of one environment: each test picks up where the previous one left off.
describeWithTerraform("Everything that an environment can have beyond the sample", (terraform) => {
  let one: OneImageLife;
  beforeAll(async () => {
    one = await OneImageLife.start(terraform);
    await one.clients.ecr.send(new CreateRepositoryCommand({ repositoryName: "team/one" }));
    await one.clients.sns.send(new CreateTopicCommand({ Name: "builds" }));
  });
  afterAll(() => one.close());

  it("is deployed with workflows, a placement, a key pair, a topic and a description in one apply", async () => {
    const topic = `arn:aws:sns:${home}:${account}:builds`;
    const settings = `instanceTypes: ["m5.large"], placement: { tenancy: "dedicated" }, keyPair: "builds", snsTopicArn: "${topic}",`;
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

  it("gets a new version of a changed workflow before the old one is destroyed, and its image is rebuilt", async () => {
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

  it("pushes the same image to an additional region, whose protected repository stays when the region is removed", async () => {
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
    // Without protection, the next deploy deletes what was kept until then.
    expect(
      (await one.deploy("", `description: "In two regions",`)).filter((change) => change.includes("ecr_")),
    ).toEqual(["delete ecr_lifecycle_policy", "delete ecr_repository"]);
    await expect(images(further)).rejects.toThrow("does not exist");
  });

  it("moves to an existing repository, and leaves that repository unchanged when the environment is destroyed", async () => {
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

/** The class in docs/example.md, in place of the current dev. */
const example = (/```ts\n([^]*?)```/.exec(fs.readFileSync(path.join(root, "docs/example.md"), "utf8"))?.[1] ?? "")
  .replace("ToolsStack", "DevStack")
  .replace('"tools"', '"dev"');

/** Settings with two alternatives switch from one to the other. */
const changes: Readonly<Record<string, readonly (readonly [string | RegExp, string])[]>> = {
  "stacks/dev-stack.ts": [
    [/buildPermissions: \{[^]*?\n {6}\},/, 'instanceProfile: "builders",'],
    [/placement: .*/, 'placement: { tenancy: "host" },'],
    [/consumers: .*/, 'consumers: { organizationalUnits: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11112222"] },'],
    [/notifications: \{[^]*?\n {6}\},/, 'notifications: { emails: ["platform@example.com"], states: [] },'],
    ['registryScan: "enhanced"', 'registryScan: "basic"'],
  ],
  "images/toolbox/image.ts": [
    ['scan: "enhanced"', 'scan: "basic"'],
    ["keep: { builds: 20 }", "keep: { days: 30 }"],
  ],
  "images/toolbox/approve-release.yaml": [["name: Approve", "name: ApproveOnce"]],
  "images/toolbox/install-tools.yaml": [["git jq", "git jq less"]],
};

describeWithTerraform("The environment in docs/example.md, with most features", (terraform) => {
  let one: OneImageLife;
  beforeAll(async () => {
    one = await OneImageLife.start(terraform);
    await makePolicies(one.aws, account, "boundary");
    await one.clients.sns.send(new CreateTopicCommand({ Name: "builds" }));
    for (const region of [home, further]) {
      const { ecr } = clientsOf(one.aws, region, account);
      await ecr.send(new CreateRepositoryCommand({ repositoryName: "team/hello-world" }));
    }
    const profile = { InstanceProfileName: "builders" };
    await one.clients.iam.send(
      new CreateRoleCommand({ RoleName: "builders", AssumeRolePolicyDocument: trustOf("ec2.amazonaws.com") }),
    );
    await one.clients.iam.send(new CreateInstanceProfileCommand(profile));
    await one.clients.iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName: "builders" }));
  });
  afterAll(() => one.close());

  const inRegions = async <Found>(find: (ecr: Clients["ecr"]) => Promise<Found>): Promise<Found[]> =>
    Promise.all([home, further].map((region) => find(clientsOf(one.aws, region, account).ecr)));
  const imagesOf = (repositoryName: string) =>
    inRegions(async (ecr) => (await ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails ?? []);
  const policies = (repositoryName: string) =>
    inRegions(async (ecr) => ({
      pull: (await ecr.send(new GetRepositoryPolicyCommand({ repositoryName }))).policyText ?? "",
      expiry: (await ecr.send(new GetLifecyclePolicyCommand({ repositoryName }))).lifecyclePolicyText ?? "",
    }));

  const deploy = async () => {
    await one.life.synth();
    withoutLifecycleRules(one.dev.folder);
    return planned(await one.whole());
  };

  it("is deployed in one apply, and pushes the same images to both regions", async () => {
    one.life.workspace.edit("stacks/dev-stack.ts", () => example);
    await deploy();
    for (const repository of ["platform/toolbox", "team/hello-world"]) {
      const [here = [], there = []] = await imagesOf(repository);
      expect(here.map(({ imageTags }) => imageTags)).toEqual([[expect.stringMatching(/^1\.0\.\d+-1$/), "latest"]]);
      expect(there.map(({ imageDigest }) => imageDigest)).toEqual(here.map(({ imageDigest }) => imageDigest));
    }
    for (const { pull, expiry } of await policies("platform/toolbox")) {
      expect(pull).toContain("444455556666");
      expect(expiry).toContain('"countNumber":20');
    }
  });

  it("is changed entirely in one apply", async () => {
    for (const [file, edits] of Object.entries(changes)) {
      one.life.workspace.edit(file, (text) =>
        edits.reduce((before, [found, now]) => {
          const after = before.replace(found, now);
          expect(after).not.toBe(before);
          return after;
        }, text),
      );
    }
    expect(await deploy()).toEqual(
      expect.arrayContaining([
        "delete iam_role",
        "replace imagebuilder_component of toolbox",
        "replace imagebuilder_image of toolbox",
        "replace imagebuilder_workflow of toolbox",
      ]),
    );
    const [here = [], there = []] = await imagesOf("platform/toolbox");
    expect(here).toHaveLength(2);
    expect(new Set(there.map(({ imageDigest }) => imageDigest))).toEqual(
      new Set(here.map(({ imageDigest }) => imageDigest)),
    );
    for (const { pull, expiry } of await policies("platform/toolbox")) {
      expect(pull).toContain("ou-ab12-11112222");
      expect(pull).not.toContain("444455556666");
      expect(expiry).toContain('"countNumber":30');
    }
  });

  it("is destroyed without a trace, except for resources that it did not own", async () => {
    expect((await one.dev.apply({ destroy: true })).errors).toEqual([]);
    expect(one.aws.unknownCalls).toEqual([]);
    const image = expect.stringMatching(/^ecr image team\/hello-world 1\.0\.\d+-1, latest$/) as unknown;
    expect(one.life.remaining()).toEqual([
      "iam role builders",
      "iam instance profile builders",
      "iam policy boundary",
      "ecr repository team/hello-world",
      image,
      "sns topic builds",
      "ecr repository team/hello-world",
      image,
    ]);
  });
});
