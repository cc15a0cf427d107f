import { AwsError } from "../errors";
import { requireKnownOperators } from "./delivery";
import { isObject, type Json, type JsonObject, number, objects, tagList, text, texts } from "../json";
import model from "./model.json";
import { invalidMember, type JsonOperation, jsonService } from "../protocols";
import type { Rule } from "./state";
import { tagging } from "../tagging";
import type { Scope } from "../world";

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

function ruleNamed(name: string | undefined, input: JsonObject, scope: Scope): Rule {
  const bus = text(input, "EventBusName") ?? "default";
  if (bus !== "default" && bus !== scope.arn("events", "event-bus/default")) {
    throw new AwsError("ResourceNotFoundException", `Event bus ${bus} does not exist.`);
  }
  const rule = scope.events.rules.get(name ?? "");
  if (rule === undefined) {
    throw new AwsError("ResourceNotFoundException", `Rule ${name ?? ""} does not exist on EventBus default.`);
  }
  return rule;
}

function ruleWithArn(input: JsonObject, scope: Scope): Rule {
  const arn = text(input, "ResourceARN") ?? "";
  const rule = [...scope.events.rules.values()].find((each) => each.arn === arn);
  if (rule === undefined) throw new AwsError("ResourceNotFoundException", `Rule ${arn} does not exist.`);
  return rule;
}

function checkPattern(pattern: string): void {
  let parsed: Json;
  try {
    parsed = JSON.parse(pattern) as Json;
  } catch {
    // Reported below, like everything else that is not a pattern.
  }
  if (!isObject(parsed)) {
    throw new AwsError("InvalidEventPatternException", "Event pattern is not valid. Reason: Filter is not an object");
  }
  requireKnownOperators(parsed);
}

const operations: Record<string, JsonOperation> = {
  PutRule: (input, scope) => {
    const name = text(input, "Name") ?? "";
    if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) {
      throw invalid(
        `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+`,
      );
    }
    const pattern = text(input, "EventPattern");
    const schedule = text(input, "ScheduleExpression");
    if (pattern === undefined && schedule === undefined) {
      throw invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
    if (pattern !== undefined) checkPattern(pattern);
    const { EventPattern, ScheduleExpression, Description, RoleArn } = input;
    const settings = { EventPattern, ScheduleExpression, Description, RoleArn };
    const state = text(input, "State") ?? "ENABLED";
    const arn = scope.arn("events", `rule/${name}`);
    const existing = scope.events.rules.get(name);
    if (existing !== undefined) Object.assign(existing, { settings, state });
    else scope.events.rules.set(name, { name, arn, settings, state, tags: tagList(input, "Tags"), targets: new Map() });
    return { RuleArn: arn };
  },
  DescribeRule: (input, scope) => describe(ruleNamed(text(input, "Name"), input, scope), scope),
  ListRules: (input, scope) => ({
    Rules: [...scope.events.rules.values()]
      .filter((rule) => rule.name.startsWith(text(input, "NamePrefix") ?? ""))
      .map((rule) => describe(rule, scope)),
  }),
  EnableRule: (input, scope) => {
    ruleNamed(text(input, "Name"), input, scope).state = "ENABLED";
    return {};
  },
  DisableRule: (input, scope) => {
    ruleNamed(text(input, "Name"), input, scope).state = "DISABLED";
    return {};
  },
  DeleteRule: (input, scope) => {
    const name = text(input, "Name") ?? "";
    // Deleting what does not exist is not an error: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html
    const rule = scope.events.rules.get(name);
    if (rule !== undefined && rule.targets.size > 0) throw invalid("Rule can't be deleted since it has targets.");
    scope.events.rules.delete(name);
    return {};
  },
  PutTargets: (input, scope) => {
    const { targets } = ruleNamed(text(input, "Rule"), input, scope);
    const ids = new Set([...targets.keys(), ...objects(input, "Targets").map((target) => text(target, "Id") ?? "")]);
    if (ids.size > 5)
      throw new AwsError("LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    for (const target of objects(input, "Targets")) {
      const arn = text(target, "Arn") ?? "";
      const foreign = arn.split(":")[4] !== scope.accountId || arn.includes(":event-bus/");
      if (arn === scope.arn("events", "event-bus/default")) throw invalid(`Event bus ${arn} cannot be its own target.`);
      if (foreign && text(target, "RoleArn") === undefined) throw invalid(`RoleArn is required for target ${arn}.`);
    }
    for (const target of objects(input, "Targets")) targets.set(text(target, "Id") ?? "", target);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  ListTargetsByRule: (input, scope) => {
    const targets = [...ruleNamed(text(input, "Rule"), input, scope).targets.values()];
    return { Targets: targets.slice(0, number(input, "Limit") ?? targets.length) };
  },
  RemoveTargets: (input, scope) => {
    const { targets } = ruleNamed(text(input, "Rule"), input, scope);
    for (const id of texts(input, "Ids")) targets.delete(id);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  ListTagsForResource: (input, scope) => ({
    Tags: [...ruleWithArn(input, scope).tags].map(([Key, Value]) => ({ Key, Value })),
  }),
  ...tagging({ kind: "Resource", field: "Tags", find: ruleWithArn, answer: {} }),
};

function describe(rule: Rule, scope: Scope): JsonObject {
  return {
    ...rule.settings,
    Name: rule.name,
    Arn: rule.arn,
    State: rule.state,
    EventBusName: "default",
    CreatedBy: scope.accountId,
  };
}

/** EventBridge: rules of the default bus and their targets. Only pipelines are started, by `deliver`. */
export const events = jsonService("events", model, operations, ({ path, value, constraint }) =>
  invalidMember("ValidationException", path, value, constraint),
);
