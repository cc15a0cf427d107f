import { type JsonObject, needed, objects, text, textMap, texts } from "../json";
import type { Operations } from "../protocols";
import type { Scope } from "../world";
import { invalidCombination, invalidValue } from "./errors";
import { operationsOn } from "./resources";
import { checkExecutionRole } from "./workflow-resources";

const outputs = [
  "amiDistributionConfiguration",
  "containerDistributionConfiguration",
  "licenseConfigurationArns",
  "launchTemplateConfigurations",
  "s3ExportConfiguration",
  "fastLaunchConfigurations",
  "ssmParameterConfigurations",
];

function distribution(settings: JsonObject): JsonObject {
  const distributions = objects(settings, "distributions");
  const regions = distributions.map(({ region }) => region);
  if (distributions.length === 0) throw invalidValue("distributions", "One or more distributions must be given.");
  for (const [i, distribution] of distributions.entries()) {
    if (regions.indexOf(distribution["region"]) < i) {
      throw invalidValue(`distributions[${i}].region`, "A region can be in a distribution configuration only once.");
    }
    if (outputs.every((output) => distribution[output] === undefined)) {
      throw invalidValue(
        `distributions[${i}]`,
        "One or more outputs should be provided for each region in a distribution configuration.",
      );
    }
  }
  return { timeoutMinutes: 720, ...settings };
}

/** https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateInfrastructureConfiguration.html */
const reservedTags = new Set(["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"]);

function infrastructure(settings: JsonObject, scope: Scope): JsonObject {
  const profile = needed(settings, "instanceProfileName");
  if (!scope.iam.profiles.has(profile.toLowerCase())) {
    // The Terraform provider retries for a while when it gets the error "instance profile does not exist".
    throw invalidValue(
      "instanceProfileName",
      "The provided instance profile does not exist. Please specify a different instance profile and try again.",
    );
  }
  if (text(settings, "subnetId") !== undefined && texts(settings, "securityGroupIds").length === 0) {
    throw invalidCombination("Security groups must be given where a subnet is.");
  }
  const bucket = text(settings, "logging", "s3Logs", "s3BucketName");
  if (bucket !== undefined && !scope.world.buckets.has(bucket)) {
    throw invalidValue("logging.s3Logs.s3BucketName", `The S3 bucket '${bucket}' does not exist.`);
  }
  const topic = text(settings, "snsTopicArn");
  if (topic !== undefined && !scope.sns.topics.has(topic)) {
    throw invalidValue("snsTopicArn", `The SNS topic '${topic}' does not exist.`);
  }
  const reserved = [...textMap(settings, "resourceTags").keys()].find((key) => reservedTags.has(key));
  if (reserved !== undefined) throw invalidValue("resourceTags", `The tag key '${reserved}' is reserved.`);
  return { terminateInstanceOnFailure: true, ...settings };
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-lifecycles.html */
function lifecyclePolicy(settings: JsonObject, scope: Scope): JsonObject {
  const { recipes, tagMap } = settings["resourceSelection"] as JsonObject;
  if ((recipes === undefined) === (tagMap === undefined)) {
    throw invalidCombination(
      "Exactly one of 'resourceSelection.recipes' and 'resourceSelection.tagMap' must be given.",
    );
  }
  for (const [i, detail] of objects(settings, "policyDetails").entries()) {
    const isAge = text(detail, "filter", "type") === "AGE";
    if (isAge !== (text(detail, "filter", "unit") !== undefined)) {
      const why = isAge ? "A filter by age needs a unit." : "A filter by count has no unit.";
      throw invalidValue(`policyDetails[${i}].filter.unit`, why);
    }
    const action = text(detail, "action", "type");
    if (text(settings, "resourceType") === "CONTAINER_IMAGE" && action !== "DELETE") {
      throw invalidValue(`policyDetails[${i}].action.type`, "Container images can only be deleted.");
    }
  }
  checkExecutionRole(settings, scope);
  return { status: "ENABLED", ...settings };
}

/** Infrastructure configurations, distribution configurations and lifecycle policies. */
export const configurationOperations: Operations = {
  ...operationsOn({
    type: "InfrastructureConfiguration",
    all: (scope) => scope.imageBuilder.infrastructures,
    complete: infrastructure,
  }),
  ...operationsOn({
    type: "DistributionConfiguration",
    all: (scope) => scope.imageBuilder.distributions,
    complete: distribution,
    describe: ({ settings }) => ({ regions: objects(settings, "distributions").map(({ region }) => region) }),
  }),
  ...operationsOn({
    type: "LifecyclePolicy",
    plural: "LifecyclePolicies",
    all: (scope) => scope.imageBuilder.lifecyclePolicies,
    complete: lifecyclePolicy,
  }),
};
