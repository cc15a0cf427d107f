import { PutRetentionPolicyCommand, UntagResourceCommand as UntagGroup } from "@aws-sdk/client-cloudwatch-logs";
import {
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  UntagResourceCommand as UntagRepository,
} from "@aws-sdk/client-ecr";
import { PutRuleCommand, RemoveTargetsCommand } from "@aws-sdk/client-eventbridge";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DetachRolePolicyCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
  UntagInstanceProfileCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import {
  CreateDistributionConfigurationCommand,
  CreateInfrastructureConfigurationCommand,
  UntagResourceCommand as UntagBuilder,
  UpdateDistributionConfigurationCommand,
  UpdateImagePipelineCommand,
  UpdateInfrastructureConfigurationCommand,
} from "@aws-sdk/client-imagebuilder";
import {
  DeleteBucketTaggingCommand,
  PutBucketEncryptionCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as path from "node:path";
import { readStackConfig, type StackConfig } from "@pipelines/permissions/stack-config";
import { type Place, placeOfStack, type Wanted, wantedResources } from "../wanted";
import { summarizePlan } from "@pipelines/plan-review/plan-summary";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { describeWithTerraform, type PlanJson } from "@pipelines/testing/terraform";
import { clientsOf, trustOf } from "@pipelines/testing/clients";

/** Attributes that AWS does not allow to be changed, or that exist only in Terraform's state. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_log_group: ["name"],
  aws_cloudwatch_event_rule: ["name"],
  aws_cloudwatch_event_target: ["rule", "target_id"],
  aws_ecr_lifecycle_policy: ["repository"],
  aws_ecr_repository: ["name", "encryption_configuration", "force_delete"],
  aws_iam_instance_profile: ["name", "path"],
  aws_iam_role: ["name", "path"],
  aws_iam_role_policy: ["name", "role"],
  aws_iam_role_policy_attachment: ["role"],
  aws_imagebuilder_component: [
    "name",
    "version",
    "platform",
    "data",
    "description",
    "change_description",
    "supported_os_versions",
  ],
  aws_imagebuilder_container_recipe: [
    ...["name", "version", "component", "container_type", "description", "dockerfile_template_data", "parent_image"],
    ...["platform_override", "target_repository", "working_directory", "instance_configuration"],
  ],
  aws_imagebuilder_distribution_configuration: ["name"],
  aws_imagebuilder_image: [
    ...["container_recipe_arn", "distribution_configuration_arn", "enhanced_image_metadata_enabled"],
    ...["image_tests_configuration", "infrastructure_configuration_arn", "timeouts"],
  ],
  // A pipeline whose recipe differs from the stack's is covered by the comparison with the version lock.
  aws_imagebuilder_image_pipeline: ["name", "container_recipe_arn"],
  aws_imagebuilder_infrastructure_configuration: ["name", "subnet_id", "security_group_ids"],
  aws_s3_bucket: ["bucket", "force_destroy"],
  aws_s3_bucket_ownership_controls: ["bucket"],
  aws_s3_bucket_policy: ["bucket"],
  aws_s3_bucket_public_access_block: ["bucket"],
  aws_s3_bucket_server_side_encryption_configuration: ["bucket"],
  aws_s3_bucket_versioning: ["bucket"],
};
/** The summary's text for each type, listing at most four attributes by name. */
const told: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_rule: "event rule: `description`, `event_pattern`",
  aws_cloudwatch_event_target: "event target: deleted by someone",
  aws_cloudwatch_log_group: "log group: `retention_in_days`, `tags_all.Project`",
  aws_ecr_lifecycle_policy: "ECR lifecycle policy: `policy`",
  aws_ecr_repository:
    "ECR repository: `image_scanning_configuration[0].scan_on_push`, `image_tag_mutability`, `tags_all.Project`",
  aws_iam_instance_profile: "instance profile: `role`, `tags_all.Project`",
  aws_iam_role: "IAM role: `assume_role_policy`, `description`, `tags_all.Project`",
  aws_iam_role_policy: "IAM role policy: `policy`",
  aws_iam_role_policy_attachment: "IAM policy attachment: deleted by someone",
  aws_imagebuilder_component: "component: `tags_all.Project`",
  aws_imagebuilder_container_recipe: "recipe: `tags_all.Project`",
  aws_imagebuilder_distribution_configuration:
    "distribution configuration: `description`, `distribution[0].container_dist … onfiguration[0].container_tags`, `tags_all.Project`",
  aws_imagebuilder_image: "image: `tags_all.Project`",
  aws_imagebuilder_image_pipeline:
    "pipeline: was disabled, as Image Builder does after failed builds; this deploy enables it again; also `description`, `distribution_configuration_arn`, `enhanced_image_metadata_enabled`, `image_tests_configuration[0].image_tests_enabled` and 5 more",
  aws_imagebuilder_infrastructure_configuration:
    "infrastructure configuration: `description`, `instance_metadata_options[0].http_put_response_hop_limit`, `instance_metadata_options[0].http_tokens`, `instance_profile_name` and 8 more",
  aws_s3_bucket: "bucket: `tags_all.Environment`, `tags_all.ManagedBy`, `tags_all.Project`",
  aws_s3_bucket_ownership_controls: "bucket ownership: `rule[0].object_ownership`",
  aws_s3_bucket_policy: "bucket policy: `policy`",
  aws_s3_bucket_public_access_block:
    "public access block: `block_public_acls`, `block_public_policy`, `ignore_public_acls`, `restrict_public_buckets`",
  aws_s3_bucket_server_side_encryption_configuration:
    "bucket encryption: `rule[0].apply_server_side_encr … on_by_default[0].sse_algorithm`, `rule[0].bucket_key_enabled`",
  aws_s3_bucket_versioning: "bucket versioning: `versioning_configuration[0].status`",
};
const meta = ["lifecycle", "depends_on", "provider"];

describeWithTerraform("What someone changed by hand", (terraform) => {
  let deployed: Deployed;
  let plan: PlanJson & { readonly resource_drift: PlanJson["resource_changes"] };
  let markdown = "";
  let config: StackConfig;
  /** The summary's text for the resource of each type: `log group: …`. */
  const rows: Record<string, string> = {};
  const details: Record<string, string> = {};
  /** `<type> <attribute>` */
  const changed = new Set<string>();

  beforeAll(async () => {
    deployed = await deployedDev(terraform);
    const { dev, life, aws } = deployed;
    config = readStackConfig(fs.readFileSync(path.join(dev.folder, "cdk.tf.json"), "utf8"));
    const place = placeOfStack(config, "dev");
    const clients = clientsOf(aws, place.region, place.account);
    await changeEverything(clients, [...wantedResources(config, place).values()], place, changed);
    const { code, output } = await dev.terraform(["plan", "-out=drift"]);
    expect([code, output]).toEqual([0, expect.any(String)]);
    const json = (await dev.terraform(["show", "-json", "drift"])).stdout;
    plan = JSON.parse(json) as typeof plan;
    ({ markdown } = summarizePlan(json));
    for (const { type, address } of plan.resource_drift) {
      // One at a time, because the summary shows rows for only the first few.
      const isThis = (each: { readonly address: string }) => each.address === address;
      const alone = JSON.stringify({
        ...plan,
        resource_changes: plan.resource_changes.filter(isThis),
        resource_drift: plan.resource_drift.filter(isThis),
      });
      const summary = summarizePlan(alone).markdown;
      const row = /^\| \*\*Changed outside Terraform\*\* \| ([^|]*) \| (.*) \|$/m.exec(summary);
      if (row === null) continue;
      rows[type] = `${/^[^`]*/.exec(row[1] ?? "")?.[0].trim() ?? ""}: ${row[2] ?? ""}`;
      details[type] = summary.split("<summary>Changed outside Terraform: 1 in detail")[1] ?? "";
    }
    expect(life.workspace.config("dev").account).toBe(place.account);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });

  it("includes every attribute that the stack sets, except those that cannot be changed", () => {
    const set = Object.entries(config.resource).flatMap(([type, all]) =>
      Object.values(all).flatMap((block) => Object.keys(block).map((name) => [type, name] as const)),
    );
    const unseen = set.filter(
      ([type, name]) => !changed.has(`${type} ${name}`) && !meta.includes(name) && fixed[type]?.includes(name) !== true,
    );
    expect([...new Set(unseen.map((each) => each.join(" ")))]).toEqual([]);
  });

  it("appears in the next plan, attribute by attribute", () => {
    const differing = new Set(
      plan.resource_changes.flatMap(({ type, change }) => {
        const { before, after } = change;
        return Object.keys(after ?? {})
          .filter((name) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null))
          .map((name) => `${type} ${name}`);
      }),
    );
    expect([...changed].filter((each) => !differing.has(each.replace(/ tags$/, " tags_all")))).toEqual([]);
  });

  it("is described in the summary, under its own heading", () => {
    expect(markdown).toContain("Something was changed outside Terraform, and this plan changes it back.");
    expect(markdown).toContain(`Changed outside Terraform: ${Object.keys(rows).length} in detail`);
    const known = Object.entries(told).filter(([type]) => type in rows);
    expect(rows).toEqual(Object.fromEntries(known));
    const types = new Set([...changed].map((each) => each.split(" ", 1)[0]));
    expect([...types].filter((type) => !((type ?? "") in rows))).toEqual([]);
  });

  it("appears in the summary's details, attribute by attribute", () => {
    const untold = [...changed].filter((each) => {
      const [type = "", attribute = ""] = each.split(" ");
      const text = details[type] ?? "";
      return !text.includes("was deleted") && !text.includes(`\`${attribute === "tags" ? "tags_all" : attribute}`);
    });
    expect(untold).toEqual([]);
  });

  it("is reverted by a deploy", async () => {
    expect((await deployed.dev.apply()).errors).toEqual([]);
    expect(await deployed.dev.isUnchanged()).toBe(true);
  });
});

async function changeEverything(
  { ecr, events, iam, imageBuilder, logs, s3 }: ReturnType<typeof clientsOf>,
  wanted: readonly Wanted[],
  { account, region }: Place,
  changed: Set<string>,
): Promise<void> {
  const of = (type: string, ...attributes: readonly string[]) => {
    for (const attribute of attributes) changed.add(`${type} ${attribute}`);
    const found = wanted.find((each) => each.type === type)?.attributes;
    return (name: string) => String(found?.[name]);
  };
  const tagKeys = ["Project"];
  const builderArn = (kind: string) => `arn:aws:imagebuilder:${region}:${account}:${kind}`;

  const group = of("aws_cloudwatch_log_group", "retention_in_days", "tags");
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: group("name"), retentionInDays: 1 }));
  await logs.send(
    new UntagGroup({ resourceArn: `arn:aws:logs:${region}:${account}:log-group:${group("name")}`, tagKeys }),
  );

  const repository = of("aws_ecr_repository", "image_scanning_configuration", "image_tag_mutability", "tags");
  of("aws_ecr_lifecycle_policy", "policy");
  const repositoryName = repository("name");
  await ecr.send(
    new PutImageScanningConfigurationCommand({ repositoryName, imageScanningConfiguration: { scanOnPush: false } }),
  );
  await ecr.send(new PutImageTagMutabilityCommand({ repositoryName, imageTagMutability: "IMMUTABLE" }));
  await ecr.send(
    new UntagRepository({ resourceArn: `arn:aws:ecr:${region}:${account}:repository/${repositoryName}`, tagKeys }),
  );
  const selection = { tagStatus: "untagged", countType: "imageCountMoreThan", countNumber: 1 };
  const lifecyclePolicyText = JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: "expire" } }] });
  await ecr.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));

  const role = of("aws_iam_role", "assume_role_policy", "description", "tags");
  const RoleName = role("name");
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trustOf("lambda.amazonaws.com") }));
  await iam.send(new UpdateRoleCommand({ RoleName, Description: "by hand" }));
  await iam.send(new UntagRoleCommand({ RoleName, TagKeys: tagKeys }));
  const inline = of("aws_iam_role_policy", "policy");
  const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: inline("name"), PolicyDocument }));
  const attachment = of("aws_iam_role_policy_attachment", "policy_arn");
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: attachment("policy_arn") }));
  of("aws_iam_instance_profile", "role", "tags");
  const profile = { InstanceProfileName: RoleName };
  await iam.send(new CreateRoleCommand({ RoleName: "other", AssumeRolePolicyDocument: trustOf("ec2.amazonaws.com") }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "other" }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "other", RoleName: "other" }));
  await iam.send(new RemoveRoleFromInstanceProfileCommand({ ...profile, RoleName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName: "other" }));
  await iam.send(new UntagInstanceProfileCommand({ ...profile, TagKeys: tagKeys }));

  const { infrastructureConfigurationArn = "" } = await imageBuilder.send(
    new CreateInfrastructureConfigurationCommand({ name: "other", instanceProfileName: "other" }),
  );
  const output = { targetRepository: { service: "ECR" as const, repositoryName }, containerTags: ["by-hand"] };
  const distributions = [{ region, containerDistributionConfiguration: output }];
  const { distributionConfigurationArn = "" } = await imageBuilder.send(
    new CreateDistributionConfigurationCommand({ name: "other", distributions }),
  );
  const distribution = of("aws_imagebuilder_distribution_configuration", "description", "distribution", "tags");
  const ownDistribution = builderArn(`distribution-configuration/${distribution("name")}`);
  await imageBuilder.send(
    new UpdateDistributionConfigurationCommand({
      distributionConfigurationArn: ownDistribution,
      description: "by hand",
      distributions,
    }),
  );
  const infrastructure = of(
    "aws_imagebuilder_infrastructure_configuration",
    ...["description", "instance_metadata_options", "instance_profile_name", "instance_types", "logging"],
    ...["resource_tags", "terminate_instance_on_failure", "tags"],
  );
  const ownInfrastructure = builderArn(`infrastructure-configuration/${infrastructure("name")}`);
  await imageBuilder.send(
    new UpdateInfrastructureConfigurationCommand({
      infrastructureConfigurationArn: ownInfrastructure,
      description: "by hand",
      instanceProfileName: "other",
      instanceTypes: ["m5.large"],
      instanceMetadataOptions: { httpTokens: "optional", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: false,
      resourceTags: { By: "hand" },
    }),
  );
  const pipeline = of(
    "aws_imagebuilder_image_pipeline",
    ...[
      "description",
      "distribution_configuration_arn",
      "enhanced_image_metadata_enabled",
      "image_tests_configuration",
    ],
    ...["infrastructure_configuration_arn", "status", "schedule", "tags"],
  );
  const ownPipeline = builderArn(`image-pipeline/${pipeline("name")}`);
  await imageBuilder.send(
    new UpdateImagePipelineCommand({
      imagePipelineArn: ownPipeline,
      containerRecipeArn: pipeline("container_recipe_arn"),
      infrastructureConfigurationArn,
      distributionConfigurationArn,
      description: "by hand",
      enhancedImageMetadataEnabled: false,
      imageTestsConfiguration: { imageTestsEnabled: false, timeoutMinutes: 90 },
      status: "DISABLED",
      schedule: { scheduleExpression: "rate(1 day)", pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY" },
    }),
  );
  const component = of("aws_imagebuilder_component", "tags");
  const recipe = of("aws_imagebuilder_container_recipe", "tags");
  of("aws_imagebuilder_image", "tags");
  const versioned = [
    `component/${component("name")}/${component("version")}/1`,
    `container-recipe/${recipe("name")}/${recipe("version")}`,
    `image/${recipe("name")}/${recipe("version")}/1`,
  ];
  for (const resourceArn of [...versioned.map(builderArn), ownDistribution, ownInfrastructure, ownPipeline]) {
    await imageBuilder.send(new UntagBuilder({ resourceArn, tagKeys }));
  }

  if (wanted.some(({ type }) => type === "aws_cloudwatch_event_target")) {
    const rule = of("aws_cloudwatch_event_rule", "description", "event_pattern");
    const EventPattern = JSON.stringify({ source: ["aws.imagebuilder"] });
    await events.send(new PutRuleCommand({ Name: rule("name"), Description: "by hand", EventPattern }));
    const target = of("aws_cloudwatch_event_target", "arn", "role_arn");
    await events.send(new RemoveTargetsCommand({ Rule: target("rule"), Ids: [target("target_id")] }));
  }

  const Bucket = of("aws_s3_bucket", "tags")("bucket");
  of(
    "aws_s3_bucket_public_access_block",
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
  );
  of("aws_s3_bucket_ownership_controls", "rule");
  of("aws_s3_bucket_server_side_encryption_configuration", "rule");
  of("aws_s3_bucket_versioning", "versioning_configuration");
  of("aws_s3_bucket_policy", "policy");
  await s3.send(new DeleteBucketTaggingCommand({ Bucket }));
  const open = {
    BlockPublicAcls: false,
    BlockPublicPolicy: false,
    IgnorePublicAcls: false,
    RestrictPublicBuckets: false,
  };
  await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: open }));
  const ownership = { Rules: [{ ObjectOwnership: "BucketOwnerPreferred" as const }] };
  await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: ownership }));
  const byDefault = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" as const } };
  await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [byDefault] } }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Suspended" } }));
  const allow = {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "s3:GetObject",
    Resource: `arn:aws:s3:::${Bucket}/*`,
  };
  await s3.send(
    new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: "2012-10-17", Statement: [allow] }) }),
  );
}
