import { AwsError } from "../errors";
import { logEventOperations } from "./events";
import { type JsonObject, number, text } from "../json";
import { createLogGroup, groupNamed } from "./groups";
import type { LogGroup } from "./state";
import model from "./model.json";
import { invalidMember, type JsonOperation, jsonService } from "../protocols";
import { tagging } from "../tagging";
import type { Scope } from "../world";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

function groupWithArn(input: JsonObject, scope: Scope): LogGroup {
  const arn = (text(input, "resourceArn") ?? "").replace(/:\*$/, "");
  const group = [...scope.logs.groups.values()].find((each) => each.arn === arn);
  if (group === undefined) throw new AwsError("ResourceNotFoundException", "The specified resource does not exist.");
  return group;
}

const operations: Record<string, JsonOperation> = {
  CreateLogGroup: (input, scope) => {
    const name = text(input, "logGroupName") ?? "";
    if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) {
      throw new AwsError("InvalidParameterException", `Value '${name}' at 'logGroupName' failed to satisfy constraint`);
    }
    if (scope.logs.groups.has(name)) {
      throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
    }
    createLogGroup(scope, name, input);
    return {};
  },
  DescribeLogGroups: (input, scope) => {
    const prefix = text(input, "logGroupNamePrefix") ?? "";
    const pattern = text(input, "logGroupNamePattern") ?? "";
    const after = text(input, "nextToken") ?? "";
    const limit = number(input, "limit") ?? 50;
    const names = [...scope.logs.groups.keys()]
      .sort()
      .filter((name) => name.startsWith(prefix) && name.includes(pattern));
    const rest = names.filter((name) => name > after);
    const page = rest.slice(0, limit);
    return {
      logGroups: page.map((name) => describe(groupNamed({ logGroupName: name }, scope))),
      nextToken: rest.length > limit ? page.at(-1) : undefined,
    };
  },
  DeleteLogGroup: (input, scope) => {
    scope.logs.groups.delete(groupNamed(input, scope).name);
    return {};
  },
  PutRetentionPolicy: (input, scope) => {
    const days = number(input, "retentionInDays");
    if (days === undefined || !retentions.has(days)) {
      throw new AwsError("InvalidParameterException", `${days ?? ""} is not a valid retentionInDays`);
    }
    groupNamed(input, scope).retentionInDays = days;
    return {};
  },
  AssociateKmsKey: (input, scope) => {
    groupNamed(input, scope).kmsKeyId = text(input, "kmsKeyId");
    return {};
  },
  DisassociateKmsKey: (input, scope) => {
    groupNamed(input, scope).kmsKeyId = undefined;
    return {};
  },
  DeleteRetentionPolicy: (input, scope) => {
    groupNamed(input, scope).retentionInDays = undefined;
    return {};
  },
  ListTagsForResource: (input, scope) => ({ tags: Object.fromEntries(groupWithArn(input, scope).tags) }),
  ...tagging({ kind: "Resource", field: "tags", find: groupWithArn, answer: {} }),
};

function describe(group: LogGroup): JsonObject {
  return {
    arn: `${group.arn}:*`,
    logGroupArn: group.arn,
    logGroupName: group.name,
    logGroupClass: group.logGroupClass,
    creationTime: group.created,
    kmsKeyId: group.kmsKeyId,
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    storedBytes: 0,
  };
}

/** CloudWatch Logs: groups, and the lines that builds write. */
export const logs = jsonService(
  "logs",
  model,
  { ...operations, ...logEventOperations },
  ({ path, value, constraint }) => invalidMember("InvalidParameterException", path, value, constraint),
);
