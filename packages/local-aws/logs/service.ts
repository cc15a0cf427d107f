import { AwsError, raise } from "../errors";
import { logEventOperations } from "./events";
import { type JsonObject, needed, text } from "../json";
import { createLogGroup, groupNamed, pages } from "./groups";
import type { LogGroup } from "./state";
import model from "./model.json";
import { awsJson, invalidMember, type Operations, serviceOf } from "../protocols";
import { paged } from "../paging";
import { tagging } from "../tagging";
import type { Scope } from "../world";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

const tooManyTags = new AwsError("TooManyTagsException", "A resource has at most 50 tags.");

function groupWithArn(input: JsonObject, scope: Scope): LogGroup {
  const arn = needed(input, "resourceArn").replace(/:\*$/, "");
  const group = [...scope.logs.groups.values()].find((each) => each.arn === arn);
  return group ?? raise(new AwsError("ResourceNotFoundException", "The specified resource does not exist."));
}

function groupWithRetention(input: JsonObject, scope: Scope): LogGroup {
  const group = groupNamed(input, scope);
  if (group.logGroupClass !== "DELIVERY") return group;
  throw new AwsError("ValidationException", "This operation is not supported for Delivery log class");
}

const operations: Operations = {
  CreateLogGroup: (input, scope) => {
    const name = needed(input, "logGroupName");
    if (/^aws\//i.test(name)) {
      throw new AwsError("InvalidParameterException", "Log groups starting with AWS/ are reserved for AWS.");
    }
    if (scope.logs.groups.has(name)) {
      throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
    }
    createLogGroup(scope, name, input);
  },
  DescribeLogGroups: (input, scope) => {
    const groups = [...scope.logs.groups.values()]
      .filter(({ name }) => name.startsWith(text(input, "logGroupNamePrefix") ?? ""))
      .filter(({ name }) => name.includes(text(input, "logGroupNamePattern") ?? ""))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return paged("logGroups", groups, input, pages(50), describe);
  },
  DeleteLogGroup: (input, scope) => {
    scope.logs.groups.delete(groupNamed(input, scope).name);
  },
  PutRetentionPolicy: (input, scope) => {
    const days = Number(input["retentionInDays"]);
    if (!retentions.has(days)) {
      throw new AwsError("InvalidParameterException", `${days} is not a valid retentionInDays`);
    }
    groupWithRetention(input, scope).retentionInDays = days;
  },
  AssociateKmsKey: (input, scope) => {
    groupNamed(input, scope).kmsKeyId = text(input, "kmsKeyId");
  },
  DisassociateKmsKey: (input, scope) => {
    groupNamed(input, scope).kmsKeyId = undefined;
  },
  DeleteRetentionPolicy: (input, scope) => {
    groupWithRetention(input, scope).retentionInDays = undefined;
  },
  ...tagging({ field: "tags", find: groupWithArn, tooMany: tooManyTags }),
};

function describe({ name, arn, created, logGroupClass, kmsKeyId, retentionInDays }: LogGroup) {
  const settings = { logGroupClass, kmsKeyId, retentionInDays, metricFilterCount: 0, storedBytes: 0 };
  return { arn: `${arn}:*`, logGroupArn: arn, logGroupName: name, creationTime: created, ...settings };
}

/** CloudWatch Logs: groups, and the lines that builds write. */
export const logs = serviceOf("logs", model, { ...operations, ...logEventOperations }, awsJson, (violation) =>
  invalidMember("InvalidParameterException", violation),
);
