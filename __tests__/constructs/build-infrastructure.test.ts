import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import { BuildInfrastructure, type BuildInfrastructureProps } from "../../constructs/build-infrastructure";
import { logBucketName } from "@pipelines/image-definition/full-names";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

function synthesize(props: Partial<BuildInfrastructureProps> = {}): SynthesizedStack {
  const stack = testStack();
  new BuildInfrastructure(stack, "build", {
    place,
    subnetId: undefined,
    securityGroupIds: [],
    instanceTypes: ["t2.micro"],
    terminateInstanceOnFailure: true,
    logRetentionDays: 30,
    deletionProtection: false,
    instanceTags: { Team: "${platform}" },
    access: { reads: [], permissions: { managedPolicies: [], statements: [] } },
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("The build infrastructure of an environment", () => {
  const build = synthesize();
  const type = "aws_imagebuilder_infrastructure_configuration";

  it("has a configuration with every setting from the sample, and IMDSv2 with a limit of two hops", () => {
    expect(build.resource(type)).toEqual({
      name: "test-image-builder",
      description: "Instances that build the images of test (123456789012, eu-west-1)",
      instance_profile_name: build.ref("aws_iam_instance_profile", "name"),
      instance_types: "${var.instance_types}",
      subnet_id: "${var.subnet_id}",
      security_group_ids: "${var.security_group_ids}",
      terminate_instance_on_failure: true,
      instance_metadata_options: { http_tokens: "required", http_put_response_hop_limit: 2 },
      logging: {
        s3_logs: { s3_bucket_name: build.ref("aws_s3_bucket", "bucket"), s3_key_prefix: "imagebuilder-test" },
      },
      resource_tags: { Team: "$${platform}" },
      depends_on: expect.any(Array) as unknown,
    });
  });

  it("uses an existing instance profile without creating a role", () => {
    const foreign = synthesize({ access: { instanceProfile: "golden-builds" } });
    expect(foreign.resource(type).instance_profile_name).toBe("golden-builds");
    expect(Object.keys(foreign.json.resource).filter((one) => one.startsWith("aws_iam_"))).toEqual([]);
  });

  it("waits for all permissions of its role, because without them a build fails twenty minutes later", () => {
    const attachments = Object.keys(build.json.resource.aws_iam_role_policy_attachment ?? {});
    expect(attachments).toHaveLength(2);
    expect([...(build.resource(type).depends_on as string[])].sort()).toEqual(
      [
        build.address("aws_iam_role_policy"),
        ...attachments.map((name) => `aws_iam_role_policy_attachment.${name}`),
      ].sort(),
    );
  });

  it("keeps the instance of a failed build if asked to, and always sets the option", () => {
    expect(synthesize({ terminateInstanceOnFailure: false }).text).toHaveResourceWithProperties(
      ImagebuilderInfrastructureConfiguration,
      { terminate_instance_on_failure: false },
    );
  });

  it("has a log bucket that is named after the environment, account and region, and that a destroy empties", () => {
    expect(logBucketName(place)).toBe("test-image-builder-logs-123456789012-eu-west-1");
    expect(build.resource("aws_s3_bucket")).toEqual({
      bucket: "test-image-builder-logs-123456789012-eu-west-1",
      force_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
  });

  it("protects the log bucket if the environment asks for it", () => {
    expect(synthesize({ deletionProtection: true }).resource("aws_s3_bucket").lifecycle).toEqual({
      prevent_destroy: true,
    });
  });

  it("expires logs after the number of days that the environment sets", () => {
    const { rule } = synthesize({ logRetentionDays: 7 }).resource("aws_s3_bucket_lifecycle_configuration");
    expect(rule).toEqual([
      expect.objectContaining({ expiration: [{ days: 7 }], noncurrent_version_expiration: [{ noncurrent_days: 7 }] }),
    ]);
  });

  it("lets instances write only to the location that the configuration sets for their logs", () => {
    const { policy } = build.resource("aws_iam_role_policy");
    expect((JSON.parse(String(policy)) as { Statement: unknown }).Statement).toEqual([
      {
        Effect: "Allow",
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::test-image-builder-logs-123456789012-eu-west-1/imagebuilder-test/*",
      },
    ]);
  });

  it("uses the partition of its region everywhere", () => {
    const china = { environment: "test", account: "123456789012", region: "cn-north-1", partition: "aws-cn" };
    const arns = synthesize({ place: china }).text.match(/arn:[a-z-]+:/g) ?? [];
    expect(arns.length).toBeGreaterThanOrEqual(5);
    expect(new Set(arns)).toEqual(new Set(["arn:aws-cn:"]));
  });

  it("consists of the bucket's seven resources, the role's five and the configuration", () => {
    expect(build.counts()).toEqual({
      aws_s3_bucket: 1,
      aws_s3_bucket_public_access_block: 1,
      aws_s3_bucket_ownership_controls: 1,
      aws_s3_bucket_server_side_encryption_configuration: 1,
      aws_s3_bucket_versioning: 1,
      aws_s3_bucket_policy: 1,
      aws_s3_bucket_lifecycle_configuration: 1,
      aws_iam_role: 1,
      aws_iam_role_policy: 1,
      aws_iam_role_policy_attachment: 2,
      aws_iam_instance_profile: 1,
      [type]: 1,
    });
  });
});
