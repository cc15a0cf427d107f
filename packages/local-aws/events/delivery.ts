import { allow, isTrusted, statementsOf } from "../access-policy";
import { AwsError } from "../errors";
import { matches } from "../event-patterns";
import type { Rule } from "./state";
import { run as runPipeline } from "../imagebuilder/pipelines";
import { type JsonObject, needed, parseObject, shown, text } from "../json";
import type { Scope } from "../world";

/**
 * Passes an event to the rules in a region, and starts the pipelines among their targets; other targets are not called.
 */
export function deliver(event: JsonObject, scope: Scope, at: Date): void {
  const envelope = { ...event, account: scope.accountId, region: scope.region };
  for (const rule of scope.events.rules.values()) {
    const pattern = text(rule.settings, "EventPattern");
    if (rule.state === "DISABLED" || pattern === undefined) continue;
    if (!matches(parseObject(Buffer.from(pattern)), envelope)) continue;
    for (const target of rule.targets.values()) {
      const arn = needed(target, "Arn");
      if (!arn.includes(":image-pipeline/")) continue;
      scope.world.deliveries.push({ rule: rule.name, target: arn, refused: start(arn, target, rule, scope, at) });
    }
  }
}

/** @returns why the pipeline was not started */
function start(arn: string, target: JsonObject, rule: Rule, scope: Scope, at: Date): string | undefined {
  if (!mayStart(arn, shown(target["RoleArn"]), rule, scope)) return "the role of the target does not allow it";
  const pipeline = scope.imageBuilder.pipelines.get(arn);
  if (pipeline === undefined) return "there is no such pipeline";
  try {
    runPipeline(pipeline, scope, new Map(), at);
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error.message;
    throw error;
  }
}

/** Whether EventBridge may assume the role for this rule, and use it to start the pipeline. */
function mayStart(pipeline: string, roleArn: string, rule: Rule, scope: Scope): boolean {
  // The permissions of a role that someone else created are not known here.
  if (scope.world.existing.has(roleArn)) return true;
  const role = scope.iam.roleWithArn(roleArn);
  if (role === undefined) return false;
  const context = { "aws:sourcearn": rule.arn, "aws:sourceaccount": scope.accountId };
  const assume = { action: "sts:AssumeRole", resource: roleArn, context };
  const run = { action: "imagebuilder:StartImagePipelineExecution", resource: pipeline, context: {} };
  const allowed = [...role.inline.values()].flatMap(statementsOf);
  return isTrusted(role.trust, "Service", ["events.amazonaws.com"], assume) && allow(allowed, run);
}
