import * as ecr from "@aws-sdk/client-ecr";
import * as events from "@aws-sdk/client-eventbridge";
import * as imagebuilder from "@aws-sdk/client-imagebuilder";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import type { TappedAnswer } from "./tap";

const models: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { ecr, events, imagebuilder, logs };

const reference = "https://docs.aws.amazon.com/cli/latest/reference";
const acceptance = "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service";

/** Fields that AWS always returns, by the structure of the model, from examples and from tests that ran against AWS. */
const always: Readonly<Record<string, Readonly<Record<string, { readonly fields: string; readonly source: string }>>>> =
  {
    imagebuilder: {
      Component: {
        fields: "arn name version type platform owner data encrypted dateCreated tags",
        source: `${reference}/imagebuilder/get-component.html`,
      },
      ComponentSummary: {
        fields: "arn name version platform type owner dateCreated tags",
        source: `${reference}/imagebuilder/list-component-build-versions.html`,
      },
      ComponentVersion: {
        fields: "arn name version platform type owner dateCreated",
        source: `${reference}/imagebuilder/list-components.html`,
      },
      ContainerRecipe: {
        fields:
          "arn name version platform owner components containerType dateCreated dockerfileTemplateData encrypted parentImage targetRepository",
        source: `${acceptance}/imagebuilder/container_recipe_test.go`,
      },
      DistributionConfiguration: {
        fields: "arn name distributions dateCreated tags",
        source: `${reference}/imagebuilder/get-distribution-configuration.html`,
      },
      Image: {
        fields:
          "arn name version platform state imageTestsConfiguration infrastructureConfiguration dateCreated outputResources tags",
        source: `${reference}/imagebuilder/get-image.html`,
      },
      ImagePipeline: {
        fields:
          "arn name platform enhancedImageMetadataEnabled infrastructureConfigurationArn imageTestsConfiguration status dateCreated dateUpdated tags",
        source: `${reference}/imagebuilder/get-image-pipeline.html and ${acceptance}/imagebuilder/image_pipeline_test.go`,
      },
      ImageSummary: {
        fields: "arn name version platform state owner dateCreated outputResources tags",
        source: `${reference}/imagebuilder/list-image-build-versions.html`,
      },
      ImageVersion: {
        fields: "arn name version platform owner dateCreated",
        source: `${reference}/imagebuilder/list-images.html`,
      },
      InfrastructureConfiguration: {
        fields: "arn name instanceProfileName terminateInstanceOnFailure dateCreated tags",
        source: `${reference}/imagebuilder/get-infrastructure-configuration.html`,
      },
      WorkflowExecutionMetadata: {
        fields:
          "workflowBuildVersionArn workflowExecutionId type status totalStepCount totalStepsSucceeded totalStepsFailed totalStepsSkipped startTime",
        source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_WorkflowExecutionMetadata.html",
      },
      WorkflowStepMetadata: {
        fields: "stepExecutionId name action status startTime",
        source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_WorkflowStepMetadata.html",
      },
    },
    ecr: {
      BatchDeleteImageResponse: { fields: "imageIds failures", source: `${reference}/ecr/batch-delete-image.html` },
      BatchGetImageResponse: { fields: "images failures", source: `${reference}/ecr/batch-get-image.html` },
      Image: {
        fields: "registryId repositoryName imageId imageManifest",
        source: `${reference}/ecr/batch-get-image.html`,
      },
      ImageDetail: {
        fields: "registryId repositoryName imageDigest imageSizeInBytes imagePushedAt",
        source: `${reference}/ecr/describe-images.html`,
      },
      Repository: {
        fields:
          "registryId repositoryName repositoryArn repositoryUri imageTagMutability imageScanningConfiguration encryptionConfiguration",
        source: `${reference}/ecr/create-repository.html and ${acceptance}/ecr/repository_test.go`,
      },
    },
    logs: {
      FilteredLogEvent: {
        fields: "logStreamName timestamp message ingestionTime eventId",
        source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html",
      },
      GetLogEventsResponse: {
        fields: "events nextForwardToken nextBackwardToken",
        source: `${reference}/logs/get-log-events.html`,
      },
      LogGroup: {
        fields: "storedBytes metricFilterCount creationTime logGroupName arn",
        source: `${reference}/logs/describe-log-groups.html`,
      },
      LogStream: {
        fields: "creationTime arn logStreamName storedBytes",
        source: `${reference}/logs/describe-log-streams.html`,
      },
      OutputLogEvent: { fields: "ingestionTime timestamp message", source: `${reference}/logs/get-log-events.html` },
    },
  };

/** What an answer lacks, what the model lacks of it, and what has another type there. */
export function shapeProblems({ service, operation, body }: TappedAnswer): string[] {
  const schema = models[service]?.[`${operation}$`];
  // Image Builder's operations for tags have a path of another form, and answers without structures.
  if (operation.startsWith("tags/")) return [];
  if (!Array.isArray(schema)) return [`${service} has no operation ${operation}`];
  // [9, namespace, name, traits, input, output]
  return problemsOf(JSON.parse(body), schema[5], operation, service);
}

/** The schema itself, where it stands behind a function or next to the traits of a member. */
function resolved(schema: unknown): unknown {
  if (typeof schema === "function") return resolved((schema as () => unknown)());
  return Array.isArray(schema) && typeof schema[1] !== "string" ? resolved(schema[0]) : schema;
}

/** https://github.com/smithy-lang/smithy-typescript/blob/main/packages/types/src/schema/sentinels.ts */
const scalars: Readonly<Record<number, string>> = { 0: "string", 1: "number", 2: "boolean", 4: "number", 21: "string" };
const [listOf, mapOf] = [64, 128];

/** [1, …, of what], [2, …, key, value] or [3, …, names of the members, their schemas, how many are required] */
type List = readonly [1, string, string, unknown, unknown];
type MapOf = readonly [2, string, string, unknown, unknown, unknown];
type Structure = readonly [3, string, string, unknown, readonly string[], readonly unknown[], number?];

function problemsOf(value: unknown, schema: unknown, at: string, service: string): string[] {
  const shape = resolved(schema);
  const inside = (of: unknown) =>
    Object.entries(value as object).flatMap(([key, each]) => problemsOf(each, of, `${at}.${key}`, service));
  if (typeof shape === "number") {
    if (shape >= mapOf) return inside(shape - mapOf);
    if (shape >= listOf) return inside(shape - listOf);
    const type = scalars[shape];
    return type === undefined || typeof value === type ? [] : [`${at} is a ${typeof value}, not a ${type}`];
  }
  // The schema of an operation without output.
  if (shape === "unit") return [];
  const found = shape as List | MapOf | Structure;
  if (found[0] === 1) return inside(found[4]);
  if (found[0] === 2) return inside(found[5]);
  const [, , name, , members, schemas, required = 0] = found;
  const wanted = [
    ...members.slice(0, required),
    ...members.filter((member) => member === "requestId"),
    ...(always[service]?.[name]?.fields.split(" ") ?? []),
  ];
  const fields = Object.entries(value as object).filter(([, each]) => each !== null);
  const missing = wanted.filter((member) => !fields.some(([field]) => field === member));
  return [
    ...missing.map((member) => `${at}.${member} is missing`),
    ...fields.flatMap(([field, each]) => {
      const index = members.indexOf(field);
      if (index < 0) return [`${at}.${field} is unknown to the model`];
      return problemsOf(each, schemas[index], `${at}.${field}`, service);
    }),
  ];
}
