import Ajv, { type ErrorObject } from "ajv";
import { invalidParameter } from "./errors";
import schema from "./lifecycle-policy.schema.json";
import type { AwsError } from "../errors";
import { type JsonObject, number, object, objects, parseObject, text } from "../json";

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
const isLifecyclePolicy = new Ajv({ strictRequired: false }).compile(schema);

/** Throws if ECR would reject a lifecycle policy. */
export function checkLifecyclePolicy(policy: string): string {
  let parsed: JsonObject;
  try {
    parsed = parseObject(Buffer.from(policy));
  } catch {
    throw invalid("string is not valid JSON");
  }
  if (!isLifecyclePolicy(parsed)) throw invalid(wordsOf(isLifecyclePolicy.errors?.[0]));
  const rules = objects(parsed, "rules").map((rule) => {
    const selection = object(rule, "selection") ?? {};
    return {
      priority: number(rule, "rulePriority") ?? 0,
      status: text(selection, "tagStatus"),
      storage: selection["storageClass"],
    };
  });
  const priorities = rules.map(({ priority }) => priority);
  if (new Set(priorities).size < priorities.length) throw invalid("rulePriority must be unique");
  for (const any of rules.filter(({ status }) => status === "any")) {
    if (rules.some(({ priority, storage }) => storage === any.storage && priority > any.priority)) {
      throw invalid("a rule with tagStatus any must have the highest rulePriority");
    }
  }
  return policy;
}

function wordsOf(error: ErrorObject | undefined): string {
  return `${error?.instancePath ?? ""} ${error?.message ?? ""} ${JSON.stringify(error?.params ?? {})}`.trim();
}

function invalid(why: string): AwsError {
  return invalidParameter("LifecyclePolicyText", `Lifecycle policy validation failure: ${why}`);
}
