import { type JsonObject, objects } from "../json";
import { invalidValue } from "./errors";
import { newOwned, operationsOn, settingsOf } from "./resources";

const type = "DistributionConfiguration";
const outputs = [
  "amiDistributionConfiguration",
  "containerDistributionConfiguration",
  "licenseConfigurationArns",
  "launchTemplateConfigurations",
  "s3ExportConfiguration",
  "fastLaunchConfigurations",
  "ssmParameterConfigurations",
];

function complete(settings: JsonObject): JsonObject {
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

export const distributionConfigurationOperations = operationsOn({
  type,
  all: (scope) => scope.imageBuilder.distributions,
  make: (input, scope) => newOwned(type, input, complete(settingsOf(input)), scope),
  change: complete,
  isUsed: ({ arn }, { imageBuilder }) =>
    [...imageBuilder.pipelines.values()].some(({ settings }) => settings["distributionConfigurationArn"] === arn),
  describe: ({ settings }) => ({ regions: objects(settings, "distributions").map(({ region }) => region) }),
});
