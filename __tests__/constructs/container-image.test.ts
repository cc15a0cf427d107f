import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { ImagebuilderDistributionConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-distribution-configuration";
import { ImagebuilderImage } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { BuildInfrastructure } from "../../constructs/build-infrastructure";
import { ContainerImage, type ContainerImageProps } from "../../constructs/container-image";
import type { ImageDefinition } from "@pipelines/image-definition";
import { firstVersions, place, placed, SynthesizedStack, testImage, testStack } from "@pipelines/testing/stack";

const pipeline = "aws_imagebuilder_image_pipeline";
const image = "aws_imagebuilder_image";
const monthly = "cron(0 9 1 * ? *)";

type Options = Partial<ContainerImageProps> & { readonly definition?: Partial<ImageDefinition> };

function addImage({ definition, ...props }: Options): { stack: TerraformStack; construct: ContainerImage } {
  const stack = testStack();
  const infrastructure = new BuildInfrastructure(stack, "build", {
    place,
    subnetId: undefined,
    securityGroupIds: [],
    instanceTypes: ["t2.micro"],
    terminateInstanceOnFailure: true,
    logRetentionDays: 30,
    deletionProtection: false,
    instanceTags: {},
    access: { instanceProfile: "builds" },
  });
  const construct = new ContainerImage(stack, "web", {
    place,
    image: placed(testImage(definition)),
    repository: new EcrRepository(stack, "repository", { name: "web" }),
    infrastructure,
    versions: firstVersions,
    schedule: monthly,
    buildOnDeploy: undefined,
    logRetentionDays: 30,
    ...props,
  });
  return { stack, construct };
}

function synthesize(options: Options = {}): SynthesizedStack {
  return new SynthesizedStack(addImage(options).stack);
}

describe("An image's pipeline", () => {
  const stack = synthesize();

  it("has every setting from the sample, and refers to its recipe, infrastructure and distribution", () => {
    expect(stack.resource(pipeline)).toEqual({
      name: "test-web",
      status: "ENABLED",
      container_recipe_arn: stack.ref("aws_imagebuilder_container_recipe", "arn"),
      infrastructure_configuration_arn: stack.ref("aws_imagebuilder_infrastructure_configuration", "arn"),
      distribution_configuration_arn: stack.ref("aws_imagebuilder_distribution_configuration", "arn"),
      enhanced_image_metadata_enabled: true,
      image_tests_configuration: { image_tests_enabled: true, timeout_minutes: 60 },
      schedule: { schedule_expression: monthly, pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY" },
      tags: {},
      depends_on: stack.addresses("aws_cloudwatch_log_group"),
    });
  });

  it("is updated in place, without create_before_destroy", () => {
    expect(stack.resource(pipeline)).not.toHaveProperty("lifecycle");
  });

  it("has no schedule if the image is only built manually", () => {
    expect(synthesize({ schedule: null }).resource(pipeline)).not.toHaveProperty("schedule");
  });

  it("has the schedule's time zone and start condition", () => {
    const startCondition = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";
    const schedule = { expression: "cron(30 2 ? * mon *)", timezone: "Europe/Berlin", startCondition } as const;
    expect(synthesize({ schedule }).resource(pipeline).schedule).toEqual({
      schedule_expression: "cron(30 2 ? * mon *)",
      timezone: "Europe/Berlin",
      pipeline_execution_start_condition: startCondition,
    });
  });

  it("by default, starts only when the expression matches", () => {
    expect(synthesize({ schedule: { expression: "rate(1 day)" } }).resource(pipeline).schedule).toEqual({
      schedule_expression: "rate(1 day)",
      pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY",
    });
  });

  it("is disabled if the definition disables it, and keeps its schedule", () => {
    expect(synthesize({ definition: { enabled: false } }).text).toHaveResourceWithProperties(
      ImagebuilderImagePipeline,
      {
        status: "DISABLED",
        schedule: { schedule_expression: monthly, pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY" },
      },
    );
  });

  it("skips tests, or waits for them, depending on the definition", () => {
    const tests = (definition: Partial<ImageDefinition>): unknown =>
      synthesize({ definition }).resource(pipeline).image_tests_configuration;
    expect(tests({ tests: { enabled: false } })).toEqual({ image_tests_enabled: false, timeout_minutes: 60 });
    expect(tests({ tests: { timeoutMinutes: 1440 } })).toEqual({ image_tests_enabled: true, timeout_minutes: 1440 });
  });

  it("has the image's description", () => {
    expect(synthesize({ definition: { description: "A ${web} server" } }).resource(pipeline).description).toBe(
      "A $${web} server",
    );
  });
});

describe("The image that a deploy builds", () => {
  it("does not exist as a resource if deploys do not build", () => {
    expect(synthesize().text).not.toHaveResource(ImagebuilderImage);
  });

  it("has the pipeline's settings, and the deploy waits for it", () => {
    const stack = synthesize({ buildOnDeploy: { timeoutMinutes: 45 }, definition: { tests: { timeoutMinutes: 90 } } });
    expect(stack.resource(image)).toEqual({
      container_recipe_arn: stack.ref("aws_imagebuilder_container_recipe", "arn"),
      infrastructure_configuration_arn: stack.ref("aws_imagebuilder_infrastructure_configuration", "arn"),
      distribution_configuration_arn: stack.ref("aws_imagebuilder_distribution_configuration", "arn"),
      enhanced_image_metadata_enabled: true,
      image_tests_configuration: { image_tests_enabled: true, timeout_minutes: 90 },
      tags: {},
      timeouts: { create: "45m" },
      depends_on: stack.addresses("aws_cloudwatch_log_group"),
    });
  });
});

describe("An image's distribution configuration", () => {
  it("pushes to the repository by name, in the environment's region, with the tags from the definition", () => {
    const stack = synthesize({ definition: { repository: "shared", containerTags: ["stable", "${x}"] } });
    expect(stack.resource("aws_imagebuilder_distribution_configuration")).toEqual({
      name: "test-web",
      description: "Pushes web to shared",
      distribution: [
        {
          region: "eu-west-1",
          container_distribution_configuration: {
            target_repository: { repository_name: stack.ref("aws_ecr_repository", "name"), service: "ECR" },
            container_tags: ["stable", "$${x}"],
          },
        },
      ],
      tags: {},
    });
  });

  it("has no container tags if the definition has none: the build version is then the only tag", () => {
    const stack = synthesize({ definition: { containerTags: [] } });
    expect(stack.text).toHaveResourceWithProperties(ImagebuilderDistributionConfiguration, {
      distribution: [
        {
          region: "eu-west-1",
          container_distribution_configuration: {
            target_repository: { repository_name: stack.ref("aws_ecr_repository", "name"), service: "ECR" },
          },
        },
      ],
    });
  });
});

describe("An image in an environment", () => {
  it("has the log groups that its builds and its pipeline write to, so that logs expire", () => {
    const { text } = synthesize({ logRetentionDays: 365 });
    for (const name of ["/aws/imagebuilder/test-web", "/aws/imagebuilder/pipeline/test-web"]) {
      expect(text).toHaveResourceWithProperties(CloudwatchLogGroup, { name, retention_in_days: 365, tags: {} });
    }
  });

  it("has its tags on all of its resources", () => {
    const stack = synthesize({ definition: { tags: { Team: "${web}" } }, buildOnDeploy: { timeoutMinutes: 60 } });
    for (const type of [
      "aws_imagebuilder_component",
      "aws_imagebuilder_container_recipe",
      "aws_imagebuilder_distribution_configuration",
      "aws_cloudwatch_log_group",
      pipeline,
      image,
    ]) {
      const [resource] = stack.resources(type);
      expect([type, resource?.tags]).toEqual([type, { Team: "$${web}" }]);
    }
  });

  it.each<[string, Partial<ImageDefinition>, string]>([
    ["its first tag", { containerTags: ["stable", "latest"] }, "stable"],
    ["the first build of its version if it has no tags", { containerTags: [], version: "2.1" }, "2.1.0-1"],
  ])("is pulled by %s", (_what, definition, tag) => {
    const { stack, construct } = addImage({ definition });
    new TerraformOutput(stack, "uri", { value: construct.uri });
    const synthesized = new SynthesizedStack(stack);
    expect(synthesized.json.output?.uri?.value).toBe(
      `${synthesized.ref("aws_ecr_repository", "repository_url")}:${tag}`,
    );
  });

  it("exposes its schedule and whether it is enabled", () => {
    const schedule = { expression: "rate(1 day)", timezone: "Europe/Berlin" };
    expect(addImage({ schedule, definition: { enabled: false } }).construct).toMatchObject({
      schedule,
      enabled: false,
    });
    expect(addImage({ schedule: null }).construct).toMatchObject({ schedule: null, enabled: true });
  });

  it("consists of six resources, or seven if deploys build", () => {
    const own = (stack: SynthesizedStack): Record<string, number> =>
      Object.fromEntries(Object.entries(stack.counts()).filter(([type]) => /imagebuilder|log_group/.test(type)));
    const six = {
      aws_imagebuilder_component: 1,
      aws_imagebuilder_container_recipe: 1,
      aws_imagebuilder_distribution_configuration: 1,
      aws_imagebuilder_infrastructure_configuration: 1,
      aws_cloudwatch_log_group: 2,
      [pipeline]: 1,
    };
    expect(own(synthesize())).toEqual(six);
    expect(own(synthesize({ buildOnDeploy: { timeoutMinutes: 60 } }))).toEqual({ ...six, [image]: 1 });
  });
});
