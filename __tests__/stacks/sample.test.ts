import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { ImagebuilderContainerRecipe } from "@cdktf/provider-aws/lib/imagebuilder-container-recipe";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImage } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { TerraformResource } from "cdktf";
import { literal } from "../../constructs/terraform-text";
import type { Schedule } from "@pipelines/image-definition";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";

const images = [
  testImage({ tests: { enabled: false }, schedule: null, imageTagMutability: "IMMUTABLE", containerTags: [] }, "api"),
  testImage({ parentImage: "amazonlinux:2023", repository: "team/web", enabled: false, scan: false }),
];

// A test for each resource in the sample CloudFormation template, for each image that the stack builds. Values fixed by
// the sample are asserted literally; values that an environment or an image sets are read from its settings.
describe.each<[string, Partial<EnvironmentSettings>]>([
  ["with every default", {}],
  ["that is protected, and built only by its pipelines", { deletionProtection: true, buildOnDeploy: false }],
  ["with an existing instance profile", { instanceProfile: "builders" }],
  ["of several images", { images, terminateInstanceOnFailure: false, logRetentionDays: 365 }],
])("An environment %s", (_name, given) => {
  const stack = new TestEnvironment(testApp(), given);
  const { environment, account, region, deletionProtection, ...settings } = stack.settings;
  const { partition } = stack.place;
  const synthesized = new SynthesizedStack(stack);
  const { text } = synthesized;
  const { variable, terraform } = synthesized.json;
  const reference = (type: string, attribute: string): string => synthesized.ref(type, attribute);
  const logBucket = `${environment}-image-builder-logs-${account}-${region}`;

  it("has a log bucket, which is destroyed with all its contents", () => {
    expect(text).toHaveResourceWithProperties(S3Bucket, {
      bucket: logBucket,
      force_destroy: true,
      lifecycle: { prevent_destroy: deletionProtection },
    });
  });

  it("encrypts the bucket, keeps versions, and blocks public access", () => {
    expect(text).toHaveResourceWithProperties(S3BucketServerSideEncryptionConfigurationA, {
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
    expect(text).toHaveResourceWithProperties(S3BucketVersioningA, { versioning_configuration: { status: "Enabled" } });
    expect(text).toHaveResourceWithProperties(S3BucketPublicAccessBlock, {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(text).toHaveResource(S3BucketPolicy);
  });

  // An existing instance profile replaces the sample's, including its role.
  const itWithOwnProfile = settings.instanceProfile === undefined ? it : it.skip;
  itWithOwnProfile(
    "has a role that EC2 assumes, with the sample's path and managed policies, and one policy for the logs",
    () => {
      const path = "/executionServiceEC2Role/";
      expect(text).toHaveResourceWithProperties(IamRole, { name: `${environment}-image-builder`, path });
      const role = synthesized.resources("aws_iam_role").find(({ name }) => name === `${environment}-image-builder`);
      expect([JSON.parse(String(role?.assume_role_policy))]).toEqual([
        {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "sts:AssumeRole",
              Principal: { Service: partition === "aws-cn" ? "ec2.amazonaws.com.cn" : "ec2.amazonaws.com" },
            },
          ],
        },
      ]);
      for (const policy of ["AmazonSSMManagedInstanceCore", "EC2InstanceProfileForImageBuilderECRContainerBuilds"]) {
        expect(text).toHaveResourceWithProperties(IamRolePolicyAttachment, {
          policy_arn: `arn:${partition}:iam::aws:policy/${policy}`,
        });
      }
      const logs = `arn:${partition}:s3:::${logBucket}/imagebuilder-${environment}/*`;
      expect(text).toHaveResourceWithProperties(IamRolePolicy, {
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: logs }],
        }),
      });
      expect(text).toHaveResourceWithProperties(IamInstanceProfile, { name: `${environment}-image-builder`, path });
    },
  );

  it("has an infrastructure configuration with that profile, logs under a prefix, and the network as variables", () => {
    expect(text).toHaveResourceWithProperties(ImagebuilderInfrastructureConfiguration, {
      instance_profile_name: settings.instanceProfile ?? reference("aws_iam_instance_profile", "name"),
      instance_types: "${var.instance_types}",
      subnet_id: "${var.subnet_id}",
      security_group_ids: "${var.security_group_ids}",
      terminate_instance_on_failure: settings.terminateInstanceOnFailure,
      instance_metadata_options: { http_tokens: "required", http_put_response_hop_limit: 2 },
      logging: {
        s3_logs: { s3_bucket_name: reference("aws_s3_bucket", "bucket"), s3_key_prefix: `imagebuilder-${environment}` },
      },
    });
    expect(Object.entries(variable ?? {}).map(([name, { default: value }]) => [name, value])).toEqual([
      ["instance_types", settings.instanceTypes],
      ["security_group_ids", settings.securityGroupIds],
      ["subnet_id", settings.subnetId ?? null],
    ]);
  });

  it("keeps its state in its own backend, and works only in its own account", () => {
    expect(text).toHaveProviderWithProperties(AwsProvider, { region, allowed_account_ids: [account] });
    expect(terraform.backend?.["s3"]).toMatchObject({ encrypt: true, use_lockfile: true });
  });

  describe.each(settings.images.map((image) => [image.name, image] as const))("for the image %s", (_name, image) => {
    const construct = stack.images.get(image.name);
    if (construct === undefined) throw new Error(`${image.name} was not built`);
    const name = `${environment}-${image.name}`;
    const refer = (resource: TerraformResource, attribute: string): string =>
      `\${${resource.terraformResourceType}.${resource.friendlyUniqueId}.${attribute}}`;
    const { repository } = construct;
    const target = {
      repository_name: repository instanceof EcrRepository ? refer(repository, "name") : image.repository,
      service: "ECR",
    };
    const build = {
      container_recipe_arn: refer(construct.recipe.recipe, "arn"),
      infrastructure_configuration_arn: reference("aws_imagebuilder_infrastructure_configuration", "arn"),
      image_tests_configuration: {
        image_tests_enabled: image.tests.enabled,
        timeout_minutes: image.tests.timeoutMinutes,
      },
    };

    it("has a repository, which is scanned on push and destroyed with all its contents", () => {
      if (image.repositoryExists) return;
      expect(text).toHaveResourceWithProperties(EcrRepository, {
        name: image.repository,
        force_delete: true,
        image_scanning_configuration: { scan_on_push: (image.scan ?? settings.scan) !== false },
        image_tag_mutability: image.imageTagMutability,
        lifecycle: { prevent_destroy: deletionProtection },
      });
    });

    it("has a component for each of its own documents", () => {
      for (const component of image.components) {
        if (component.kind !== "own") continue;
        expect(text).toHaveResourceWithProperties(ImagebuilderComponent, {
          name: `${name}-${component.name}`,
          platform: image.platform,
          version: `${component.version ?? "1.0"}.0`,
          ...("text" in component.source ? { data: literal(component.source.text) } : { uri: component.source.uri }),
        });
      }
    });

    it("has a container recipe on its parent, with its Dockerfile, for its repository", () => {
      const { dockerfile, parentImage = "" } = image;
      expect(text).toHaveResourceWithProperties(ImagebuilderContainerRecipe, {
        name,
        version: `${image.version ?? "1.0"}.0`,
        container_type: "DOCKER",
        parent_image: literal(parentImage),
        ...(parentImage.startsWith("arn:") ? {} : { platform_override: image.platform }),
        working_directory: image.workingDirectory,
        target_repository: target,
        ...("text" in dockerfile
          ? { dockerfile_template_data: literal(dockerfile.text) }
          : { dockerfile_template_uri: dockerfile.uri }),
      });
    });

    it("is distributed to its repository in the stack's region, with its tags", () => {
      const { containerTags: tags } = image;
      expect(text).toHaveResourceWithProperties(ImagebuilderDistributionConfiguration, {
        name,
        distribution: [
          {
            region,
            container_distribution_configuration: {
              target_repository: target,
              ...(tags.length === 0 ? {} : { container_tags: tags }),
            },
          },
        ],
      });
    });

    it("has a pipeline that builds and tests it on its schedule", () => {
      const schedule = image.schedule === undefined ? settings.schedule : image.schedule;
      expect(text).toHaveResourceWithProperties(ImagebuilderImagePipeline, {
        ...build,
        name,
        status: image.enabled ? "ENABLED" : "DISABLED",
        ...(schedule === null
          ? {}
          : { schedule: expect.objectContaining({ schedule_expression: expressionOf(schedule) }) as unknown }),
      });
    });

    it("is built by a deploy, unless the environment leaves that to its pipelines", () => {
      const built = expect(text);
      const properties = { ...build, timeouts: { create: `${settings.buildTimeoutMinutes}m` } };
      if (settings.buildOnDeploy) built.toHaveResourceWithProperties(ImagebuilderImage, properties);
      else built.not.toHaveResource(ImagebuilderImage);
    });

    it("has the log group that its builds write to, with an expiry", () => {
      expect(text).toHaveResourceWithProperties(CloudwatchLogGroup, {
        name: `/aws/imagebuilder/${name}`,
        retention_in_days: settings.logRetentionDays,
      });
    });
  });
});

function expressionOf(schedule: Schedule): string {
  return typeof schedule === "string" ? schedule : schedule.expression;
}
