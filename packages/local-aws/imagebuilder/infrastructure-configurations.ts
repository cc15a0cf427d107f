import { type JsonObject, object, pick, text, textMap, texts } from "../json";
import type { Scope } from "../world";
import { configurationOperations } from "./configurations";
import { invalidCombination, invalidValue } from "./errors";

/** https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateInfrastructureConfiguration.html */
const reservedTags = new Set(["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"]);

function check(settings: JsonObject, scope: Scope): void {
  const profile = text(settings, "instanceProfileName") ?? "";
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
  const bucket = text(object(object(settings, "logging") ?? {}, "s3Logs") ?? {}, "s3BucketName");
  if (bucket !== undefined && !scope.world.buckets.has(bucket)) {
    throw invalidValue("logging.s3Logs.s3BucketName", `The S3 bucket '${bucket}' does not exist.`);
  }
  const topic = text(settings, "snsTopicArn");
  if (topic !== undefined && !scope.sns.topics.has(topic)) {
    throw invalidValue("snsTopicArn", `The SNS topic '${topic}' does not exist.`);
  }
  for (const key of textMap(settings, "resourceTags").keys()) {
    if (reservedTags.has(key)) throw invalidValue("resourceTags", `The tag key '${key}' is reserved.`);
  }
}

export const infrastructureConfigurationOperations = configurationOperations({
  type: "InfrastructureConfiguration",
  kind: "infrastructure-configuration",
  arnField: "infrastructureConfigurationArn",
  field: "infrastructureConfiguration",
  listField: "infrastructureConfigurationSummaryList",
  all: (scope) => scope.imageBuilder.infrastructures,
  check,
  complete: (settings) => ({ terminateInstanceOnFailure: true, ...settings }),
  summary: (configuration) =>
    pick(
      configuration,
      ...["arn", "name", "description", "dateCreated", "dateUpdated", "resourceTags", "tags"],
      ...["instanceTypes", "instanceProfileName"],
    ),
});
