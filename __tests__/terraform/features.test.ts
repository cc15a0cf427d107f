import { BuildNotifications } from "../../constructs/build-notifications";
import { ImageRepository } from "../../constructs/image-repository";
import { InstanceRole } from "../../constructs/instance-role";
import { RegistryScan } from "../../constructs/registry-scan";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { makePolicies } from "@pipelines/testing/clients";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";

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
