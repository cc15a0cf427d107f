import Ajv, { type ErrorObject } from "ajv";
import { invalidParameter } from "./errors";
import schema from "./lifecycle-policy.schema.json";
import type { AwsError } from "../errors";
import { type JsonObject, parseObject } from "../json";

interface LifecyclePolicy {
  readonly rules: readonly {
    readonly rulePriority: number;
    readonly selection: { readonly tagStatus: string; readonly storageClass?: string };
  }[];
}

/** Compiled on first use. https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
const grammar = new Ajv({ strictRequired: false, validateSchema: false }).addSchema(schema, "policy");

/** Throws if ECR would reject a lifecycle policy. */
export function checkLifecyclePolicy(policy: string): string {
  let parsed: JsonObject;
  try {
    parsed = parseObject(Buffer.from(policy));
  } catch {
    throw invalid("string is not valid JSON");
  }
  if (!grammar.validate<LifecyclePolicy>("policy", parsed))
    throw invalid((grammar.errors ?? []).slice(0, 1).map(wordsOf).join(""));
  const { rules } = parsed;
  if (new Set(rules.map(({ rulePriority }) => rulePriority)).size < rules.length) {
    throw invalid("rulePriority must be unique");
  }
  for (const any of rules.filter(({ selection }) => selection.tagStatus === "any")) {
    const isLater = ({ rulePriority, selection }: typeof any) =>
      selection.storageClass === any.selection.storageClass && rulePriority > any.rulePriority;
    if (rules.some(isLater)) throw invalid("a rule with tagStatus any must have the highest rulePriority");
  }
  return policy;
}

function wordsOf({ instancePath, message = "", params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}

function invalid(why: string): AwsError {
  return invalidParameter("LifecyclePolicyText", `Lifecycle policy validation failure: ${why}`);
}
