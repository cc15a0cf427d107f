import { AwsError, raise } from "../errors";
import { checkPattern } from "../event-patterns";
import { type JsonObject, needed, number, objects, tagList, text, texts } from "../json";
import model from "./model.json";
import { awsJson, invalidMember, type Operations, serviceOf } from "../protocols";
import { isSchedule } from "../schedules";
import type { Rule } from "./state";
import { tagging } from "../tagging";
import type { Scope } from "../world";

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

function limitExceeded(message: string): AwsError {
  return new AwsError("LimitExceededException", message);
}

function notFound(what: string): AwsError {
  return new AwsError("ResourceNotFoundException", `${what}.`);
}

function ruleNamed(name: string, input: JsonObject, scope: Scope): Rule {
  const bus = text(input, "EventBusName") ?? "default";
  if (bus !== "default" && bus !== scope.arn("events", "event-bus/default")) {
    throw notFound(`Event bus ${bus} does not exist`);
  }
  const rule = scope.events.rules.get(name);
  return rule ?? raise(notFound(`Rule ${name} does not exist on EventBus default`));
}

function ruleWithArn(input: JsonObject, scope: Scope): Rule {
  const arn = needed(input, "ResourceARN");
  const rule = [...scope.events.rules.values()].find((each) => each.arn === arn);
  return rule ?? raise(notFound(`Rule ${arn} does not exist`));
}

/**
 * Services whose own policies give EventBridge access:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
const withoutRole = new Set(["lambda", "logs", "sns", "sqs"]);

/** Throws if EventBridge could not reach a target. */
function checkTarget(target: JsonObject, scope: Scope): void {
  const arn = needed(target, "Arn");
  const [prefix, , service = "", , account] = arn.split(":");
  if (prefix !== "arn") throw invalid(`Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`);
  if (arn === scope.arn("events", "event-bus/default")) throw invalid(`Event bus ${arn} cannot be its own target.`);
  if (["Input", "InputPath", "InputTransformer"].filter((name) => target[name] !== undefined).length > 1) {
    throw invalid(
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${needed(target, "Id")}.`,
    );
  }
  const role = text(target, "RoleArn");
  const isForeign = account !== scope.accountId;
  if (role === undefined) {
    if (isForeign || !withoutRole.has(service)) throw invalid(`RoleArn is required for target ${arn}.`);
  } else if (!scope.iam.trusts(role, "events.amazonaws.com") && !scope.world.existing.has(role)) {
    throw invalid(`Provided role '${role}' cannot be assumed by principal 'events.amazonaws.com'.`);
  }
}

const operations: Operations = {
  PutRule: (input, scope) => {
    const name = needed(input, "Name");
    const pattern = text(input, "EventPattern");
    const schedule = text(input, "ScheduleExpression");
    if (pattern === undefined && schedule === undefined) {
      throw invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
    if (pattern !== undefined) {
      checkPattern(pattern, "PutRule", (why) => {
        return new AwsError("InvalidEventPatternException", `Event pattern is not valid. Reason: ${why}`);
      });
    }
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
    if (schedule !== undefined && !isSchedule(schedule)) throw invalid("Parameter ScheduleExpression is not valid.");
    const { EventPattern, ScheduleExpression, Description, RoleArn } = input;
    const settings = { EventPattern, ScheduleExpression, Description, RoleArn };
    const state = text(input, "State") ?? "ENABLED";
    const arn = scope.arn("events", `rule/${name}`);
    const existing = scope.events.rules.get(name);
    if (existing !== undefined) Object.assign(existing, { settings, state });
    else scope.events.rules.set(name, { name, arn, settings, state, tags: tagList(input, "Tags"), targets: new Map() });
    return { RuleArn: arn };
  },
  DescribeRule: (input, scope) => describe(ruleNamed(needed(input, "Name"), input, scope), scope),
  ListRules: (input, scope) => ({
    Rules: [...scope.events.rules.values()]
      .filter((rule) => rule.name.startsWith(text(input, "NamePrefix") ?? ""))
      .map((rule) => describe(rule, scope)),
  }),
  EnableRule: (input, scope) => {
    ruleNamed(needed(input, "Name"), input, scope).state = "ENABLED";
  },
  DisableRule: (input, scope) => {
    ruleNamed(needed(input, "Name"), input, scope).state = "DISABLED";
  },
  DeleteRule: (input, scope) => {
    const name = needed(input, "Name");
    // Deleting something that does not exist is not an error:
    // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html
    const rule = scope.events.rules.get(name);
    if (rule !== undefined && rule.targets.size > 0) throw invalid("Rule can't be deleted since it has targets.");
    scope.events.rules.delete(name);
  },
  PutTargets: (input, scope) => {
    const { targets } = ruleNamed(needed(input, "Rule"), input, scope);
    const added = objects(input, "Targets");
    const ids = new Set([...targets.keys(), ...added.map((target) => needed(target, "Id"))]);
    if (ids.size > 5) throw limitExceeded("The requested resource exceeds the maximum number allowed.");
    for (const target of added) checkTarget(target, scope);
    for (const target of added) targets.set(needed(target, "Id"), target);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  ListTargetsByRule: (input, scope) => {
    const targets = [...ruleNamed(needed(input, "Rule"), input, scope).targets.values()];
    return { Targets: targets.slice(0, number(input, "Limit") ?? targets.length) };
  },
  RemoveTargets: (input, scope) => {
    const { targets } = ruleNamed(needed(input, "Rule"), input, scope);
    for (const id of texts(input, "Ids")) targets.delete(id);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
  ...tagging({ field: "Tags", find: ruleWithArn, tooMany: limitExceeded("A resource has at most 50 tags.") }),
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

/** EventBridge: rules on the default bus and their targets. Only pipelines are started, by `deliver`. */
export const events = serviceOf("events", model, operations, awsJson, (violation) =>
  invalidMember("ValidationException", violation),
);
