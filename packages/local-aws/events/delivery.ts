import { allow, listOf, statementsOf } from "../access-policy";
import { AwsError, NotImplementedHere } from "../errors";
import type { Rule } from "./state";
import { partsOfBuild, startBuild } from "../imagebuilder/builds";
import { isObject, type Json, type JsonObject, parseObject, text } from "../json";
import type { Scope } from "../world";

/** Operators of patterns that are implemented, in addition to equality. */
const operators = ["prefix", "numeric"];

/**
 * Whether an event matches a pattern: each field of the pattern is in the event, with one of the values.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matches(pattern: JsonObject, event: JsonObject): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const found = event[field];
    if (field === "$or") return patternsOf(wanted).some((one) => matches(one, event));
    if (isObject(wanted)) return isObject(found) && matches(wanted, found);
    const values: readonly Json[] = Array.isArray(found) ? found : [found];
    return Array.isArray(wanted) && wanted.some((one: Json) => values.some((value) => matchesValue(one, value)));
  });
}

function matchesValue(wanted: Json, value: Json): boolean {
  if (!isObject(wanted)) return wanted === value;
  if (Array.isArray(wanted["numeric"])) return typeof value === "number" && compares(value, wanted["numeric"]);
  return typeof value === "string" && value.startsWith(text(wanted, "prefix") ?? "");
}

/** The patterns of which `$or` needs one. */
function patternsOf(wanted: Json): JsonObject[] {
  return Array.isArray(wanted) ? (wanted as readonly Json[]).filter(isObject) : [];
}

/** `[">", 0, "<=", 5]`: every comparison holds. */
function compares(value: number, [operator, bound, ...more]: readonly Json[]): boolean {
  const sign = typeof operator === "string" ? operator : "";
  const order = value - Number(bound);
  const holds =
    (sign.includes("=") && order === 0) || (sign.includes(">") && order > 0) || (sign.includes("<") && order < 0);
  return holds && (more.length === 0 || compares(value, more));
}

/** Rejects a pattern with an operator that is not implemented here. */
export function requireKnownOperators(pattern: Json): void {
  if (Array.isArray(pattern)) {
    const unknown = pattern
      .filter(isObject)
      .flatMap((one) => Object.keys(one).filter((key) => !operators.includes(key)));
    if (unknown.length > 0)
      throw new NotImplementedHere(
        "PutRule",
        unknown.map((operator) => `EventPattern ${operator}`),
      );
  } else if (isObject(pattern)) {
    for (const [field, wanted] of Object.entries(pattern)) {
      (field === "$or" ? patternsOf(wanted) : [wanted]).forEach(requireKnownOperators);
    }
  }
}

/** Gives an event to the rules of a region, and starts the pipelines among their targets. No other target is called. */
export function deliver(event: JsonObject, scope: Scope, at: Date): void {
  const envelope = { ...event, account: scope.accountId, region: scope.region };
  for (const rule of scope.events.rules.values()) {
    const pattern = text(rule.settings, "EventPattern");
    if (rule.state === "DISABLED" || pattern === undefined) continue;
    if (!matches(parseObject(Buffer.from(pattern)), envelope)) continue;
    for (const target of rule.targets.values()) {
      const arn = text(target, "Arn") ?? "";
      if (!arn.includes(":image-pipeline/")) continue;
      scope.world.deliveries.push({ rule: rule.name, target: arn, refused: start(arn, target, rule, scope, at) });
    }
  }
}

/** @returns why the pipeline was not started */
function start(arn: string, target: JsonObject, rule: Rule, scope: Scope, at: Date): string | undefined {
  if (!mayStart(arn, text(target, "RoleArn") ?? "", rule, scope)) return "the role of the target does not allow it";
  const pipeline = scope.imageBuilder.pipelines.get(arn);
  if (pipeline === undefined) return "there is no such pipeline";
  try {
    const { settings } = pipeline;
    startBuild({ settings, parts: partsOfBuild(settings, scope), pipeline, tags: new Map(), at }, scope);
    pipeline.lastRun = at;
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error.message;
    throw error;
  }
}

/** Whether EventBridge may assume the role for this rule, and start the pipeline with it. */
function mayStart(pipeline: string, roleArn: string, rule: Rule, scope: Scope): boolean {
  const role = [...scope.iam.roles.values()].find((each) => each.arn === roleArn);
  if (role === undefined) return false;
  const service = { "aws:sourcearn": rule.arn, "aws:sourceaccount": scope.accountId };
  const trusts = statementsOf(role.trust).filter(
    ({ Principal }) => isObject(Principal) && listOf(Principal["Service"]).includes("events.amazonaws.com"),
  );
  const allowed = [...role.inline.values()].flatMap(statementsOf);
  return (
    allow(trusts, { action: "sts:AssumeRole", resource: roleArn, context: service }) &&
    allow(allowed, { action: "imagebuilder:StartImagePipelineExecution", resource: pipeline, context: {} })
  );
}
