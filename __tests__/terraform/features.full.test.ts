import * as path from "node:path";
import { CreateInstanceProfileCommand, DeleteInstanceProfileCommand } from "@aws-sdk/client-iam";
import { BuildNotifications } from "../../constructs/build-notifications";
import { ImageRepository } from "../../constructs/image-repository";
import { InstanceRole } from "../../constructs/instance-role";
import { RegistryScan } from "../../constructs/registry-scan";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { place, SynthesizedStack, testApp, TestEnvironment, testImage, testStack } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { clientsOf, makePolicies } from "@pipelines/testing/clients";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";

type Settings = Partial<EnvironmentSettings>;

/** Everything that an environment can have beyond the sample, one setting at a time, and a change to each. */
const features: Readonly<Record<string, readonly [Settings, Settings]>> = {
  consumers: [
    { consumers: { accounts: ["444455556666"], organizations: ["o-a1b2c3d4e5"], lambda: true } },
    { consumers: { organizationalUnits: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11112222"] } },
  ],
  scan: [
    { scan: "enhanced", registryScan: "enhanced" },
    { scan: "basic", registryScan: "basic" },
  ],
  buildPermissions: [
    {
      permissionsBoundary: `arn:aws:iam::${place.account}:policy/boundary`,
      buildPermissions: {
        managedPolicies: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
        statements: [
          { actions: ["ssm:GetParameter"], resources: ["arn:aws:ssm:*:*:parameter/${aws:PrincipalTag/Team}"] },
        ],
      },
    },
    {
      permissionsBoundary: `arn:aws:iam::${place.account}:policy/other`,
      buildPermissions: { statements: [{ actions: ["ssm:GetParameter"], resources: ["*"] }] },
    },
  ],
  notifications: [
    {
      notifications: {
        emails: ["builds@example.com"],
        topic: "arn:aws:sns:eu-west-1:444455556666:builds",
        eventBus: "arn:aws:events:eu-west-1:444455556666:event-bus/central",
      },
    },
    { notifications: { eventBus: "arn:aws:events:eu-west-1:444455556666:event-bus/other", disabledPipelines: false } },
  ],
};

const all = (index: 0 | 1): Settings =>
  Object.assign({}, ...Object.values(features).map((one) => one[index])) as Settings;

describeWithTerraform("Everything that an environment can have beyond the sample", (terraform) => {
  let aws: LocalAws;
  let folder: TerraformFolder;
  const lock = path.join(temporaryFolder(), "image-versions.lock");

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 8000 });
    await makePolicies(aws, place.account, "boundary", "other");
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
    folder = new TerraformFolder(target);
    folder.keepStateHere();
    await folder.prepare();
  });
  afterAll(async () => {
    await aws.close();
  });

  /** Deploys an environment with these settings. Afterward, there must be nothing left to change. */
  const deploy = async (settings: Settings): Promise<readonly string[]> => {
    const versions = VersionLock.open(lock, { frozen: false });
    const environment = new TestEnvironment(testApp(), { images: [testImage()], ...settings }, versions);
    folder.write(new SynthesizedStack(environment).text);
    versions.write();
    withoutLifecycleRules(folder.folder);
    const { changes, errors } = await folder.apply();
    expect(errors).toEqual([]);
    expect(await folder.isUnchanged()).toBe(true);
    const counts = new Map<string, number>();
    for (const { action, type } of changes) {
      const key = `${action} ${type.replace("aws_", "")}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].map(([key, count]) => (count === 1 ? key : `${count} × ${key}`)).sort();
  };

  it("is deployed in one go, changed, and destroyed without a trace", async () => {
    await deploy(all(0));
    await deploy(all(1));
    expect((await folder.apply({ destroy: true })).errors).toEqual([]);
    expect(aws.remaining().filter(({ kind }) => kind !== "policy")).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
  });

  it("builds with an existing instance profile instead of the one that the environment creates, and back again", async () => {
    const { iam } = clientsOf(aws, place.region, place.account);
    const InstanceProfileName = "golden-builds";
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
    await deploy({ buildOnDeploy: false });
    const own = ["iam_instance_profile", "iam_role", "iam_role_policy"].map((type) => ["", type] as const);
    const all = [...own, ["2 × ", "iam_role_policy_attachment"] as const];
    const changes = (action: string) =>
      [
        ...all.map(([count, type]) => `${count}${action} ${type}`),
        "update imagebuilder_infrastructure_configuration",
      ].sort();
    expect(await deploy({ buildOnDeploy: false, instanceProfile: InstanceProfileName })).toEqual(changes("delete"));
    expect(await deploy({ buildOnDeploy: false })).toEqual(changes("create"));
    expect((await folder.apply({ destroy: true })).errors).toEqual([]);
    await iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName }));
    expect(aws.remaining().filter(({ kind }) => kind !== "policy")).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
  });

  it("is switched on, changed and switched off without any other change", async () => {
    await deploy({ buildOnDeploy: false });
    const changes: Record<string, (readonly string[])[]> = {};
    for (const [name, settings] of Object.entries(features)) {
      const steps = [];
      for (const one of [...settings, {}]) steps.push(await deploy({ buildOnDeploy: false, ...one }));
      changes[name] = steps;
    }
    expect(changes).toEqual({
      consumers: [["create ecr_repository_policy"], ["update ecr_repository_policy"], ["delete ecr_repository_policy"]],
      scan: [
        [
          "create ecr_lifecycle_policy",
          "create ecr_registry_scanning_configuration",
          "create ecr_repository",
          "replace imagebuilder_container_recipe",
          "update imagebuilder_image_pipeline",
        ],
        [
          "delete ecr_lifecycle_policy",
          "delete ecr_repository",
          "replace imagebuilder_container_recipe",
          "update ecr_registry_scanning_configuration",
          "update imagebuilder_image_pipeline",
        ],
        ["delete ecr_registry_scanning_configuration"],
      ],
      buildPermissions: [
        ["create iam_role_policy", "create iam_role_policy_attachment", "update iam_role"],
        ["delete iam_role_policy_attachment", "update iam_role", "update iam_role_policy"],
        ["delete iam_role_policy", "update iam_role"],
      ],
      notifications: [
        [
          "2 × create cloudwatch_event_rule",
          "2 × create iam_role",
          "2 × create iam_role_policy",
          "6 × create cloudwatch_event_target",
          "create sns_topic",
          "create sns_topic_policy",
          "create sns_topic_subscription",
        ],
        [
          "5 × delete cloudwatch_event_target",
          "delete cloudwatch_event_rule",
          "delete iam_role",
          "delete iam_role_policy",
          "delete sns_topic",
          "delete sns_topic_policy",
          "delete sns_topic_subscription",
          "update cloudwatch_event_target",
          "update iam_role_policy",
        ],
        ["delete cloudwatch_event_rule", "delete cloudwatch_event_target", "delete iam_role", "delete iam_role_policy"],
      ],
    });
    expect(aws.unknownCalls).toEqual([]);
  });
});

const permissionsBoundary = `arn:aws:iam::${place.account}:policy/boundary`;

/** What environments can have beyond the sample, without the rest of an environment. */
function synthesize(): SynthesizedStack {
  const stack = testStack();
  new ImageRepository(stack, "repository", {
    place,
    name: "web",
    imageTagMutability: "MUTABLE",
    deletionProtection: false,
    keep: { builds: 100 },
    protectedTags: [],
    consumers: {
      accounts: ["444455556666"],
      organizations: ["o-a1b2c3d4e5"],
      organizationalUnits: ["o-f6g7h8i9j0/r-ab12/ou-ab12-11112222"],
      lambda: true,
    },
    tags: {},
  });
  new RegistryScan(stack, "scan", { type: "enhanced" });
  new BuildNotifications(stack, "notifications", {
    place,
    permissionsBoundary,
    emails: ["platform@example.com", "on-call@example.com"],
    topic: "arn:aws:sns:eu-west-1:444455556666:builds",
    eventBus: "arn:aws:events:eu-west-1:444455556666:event-bus/central",
    states: ["FAILED"],
    disabledPipelines: true,
    findings: "high",
  });
  const statement = { effect: "Allow", actions: ["ssm:GetParameter"], resources: ["*"] } as const;
  new InstanceRole(stack, "instance", {
    place,
    permissionsBoundary,
    logs: { bucketName: "the-logs", keyPrefix: "some/prefix" },
    reads: ["s3://scripts/setup.sh"],
    permissions: { managedPolicies: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"], statements: [statement] },
  });
  return new SynthesizedStack(stack);
}

describeWithTerraform("Consumers, scans, notifications and permissions in real Terraform", (terraform) => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
    await makePolicies(aws, place.account, "boundary");
  });
  afterAll(async () => {
    await aws.close();
  });

  it("are created in one apply, are correct, and are destroyed without a trace", async () => {
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
    const folder = await TerraformFolder.withConfig(target, synthesize().text).prepare();
    await folder.succeed("apply", "-auto-approve");
    expect(
      aws
        .remaining()
        .map(({ service, kind }) => `${service} ${kind}`)
        .sort(),
    ).toEqual([
      "ecr repository",
      ...Array<string>(3).fill("events rule"),
      ...Array<string>(9).fill("events target"),
      "iam instance profile",
      "iam policy",
      ...Array<string>(3).fill("iam role"),
      ...Array<string>(2).fill("sns subscription"),
      "sns topic",
    ]);
    await folder.succeed("plan", "-detailed-exitcode");
    await folder.succeed("destroy", "-auto-approve");
    expect(aws.remaining()).toEqual([expect.objectContaining({ kind: "policy", name: "boundary" })]);
    expect(aws.unknownCalls).toEqual([]);
  });
});
