import { type JsonObject, text, textMap, texts } from "../json";
import type { Scope } from "../world";
import { invalidCombination, invalidValue } from "./errors";
import { newOwned, operationsOn, settingsOf } from "./resources";

const type = "InfrastructureConfiguration";
/** https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateInfrastructureConfiguration.html */
const reservedTags = new Set(["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"]);

function complete(settings: JsonObject, scope: Scope): JsonObject {
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

export const infrastructureConfigurationOperations = operationsOn({
  type,
  all: (scope) => scope.imageBuilder.infrastructures,
  make: (input, scope) => newOwned(type, input, complete(settingsOf(input), scope), scope),
  change: complete,
  isUsed: ({ arn }, { imageBuilder }) =>
    [...imageBuilder.pipelines.values()].some(({ settings }) => settings["infrastructureConfigurationArn"] === arn),
});
