import { type JsonObject, objects } from "../json";
import { configurationOperations } from "./configurations";
import { invalidValue } from "./errors";

const outputs = [
  "amiDistributionConfiguration",
  "containerDistributionConfiguration",
  "licenseConfigurationArns",
  "launchTemplateConfigurations",
  "s3ExportConfiguration",
  "fastLaunchConfigurations",
  "ssmParameterConfigurations",
];

function check(settings: JsonObject): void {
  const regions = new Set<unknown>();
  const distributions = objects(settings, "distributions");
  if (distributions.length === 0) throw invalidValue("distributions", "One or more distributions must be given.");
  for (const [i, distribution] of distributions.entries()) {
    if (regions.has(distribution["region"])) {
      throw invalidValue(`distributions[${i}].region`, "A region can be in a distribution configuration only once.");
    }
    regions.add(distribution["region"]);
    if (outputs.every((output) => distribution[output] === undefined)) {
      throw invalidValue(
        `distributions[${i}]`,
        "One or more outputs should be provided for each region in a distribution configuration.",
      );
    }
  }
}

export const distributionConfigurationOperations = configurationOperations({
  type: "DistributionConfiguration",
  kind: "distribution-configuration",
  arnField: "distributionConfigurationArn",
  field: "distributionConfiguration",
  listField: "distributionConfigurationSummaryList",
  all: (scope) => scope.imageBuilder.distributions,
  check,
  complete: (settings) => ({ timeoutMinutes: 720, ...settings }),
  summary: ({ arn, name, description, dateCreated, dateUpdated, tags, distributions }) => ({
    arn,
    name,
    description,
    dateCreated,
    dateUpdated,
    tags,
    regions: objects({ distributions }, "distributions").map(({ region }) => region),
  }),
});
