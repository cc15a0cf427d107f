import Ajv, { type ErrorObject } from "ajv";
import { invalidParameter } from "./errors";
import type { AwsError } from "../errors";
import { type JsonObject, number, object, objects, parseObject, text } from "../json";

const tags = { type: "array", minItems: 1, items: { type: "string", minLength: 1 } };

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
const isLifecyclePolicy = new Ajv({ strictRequired: false }).compile({
  type: "object",
  required: ["rules"],
  additionalProperties: false,
  properties: {
    rules: {
      type: "array",
      minItems: 1,
      maxItems: 50,
      items: {
        type: "object",
        required: ["rulePriority", "selection", "action"],
        additionalProperties: false,
        properties: {
          rulePriority: { type: "integer", minimum: 1 },
          description: { type: "string" },
          selection: {
            type: "object",
            required: ["tagStatus", "countType", "countNumber"],
            additionalProperties: false,
            properties: {
              tagStatus: { enum: ["tagged", "untagged", "any"] },
              // A pattern has at most four wildcards.
              tagPatternList: { ...tags, items: { type: "string", pattern: "^[^*]*(\\*[^*]*){0,4}$" } },
              tagPrefixList: tags,
              storageClass: { enum: ["standard", "archive"] },
              countType: {
                enum: ["imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"],
              },
              countUnit: { const: "days" },
              countNumber: { type: "integer", minimum: 1 },
            },
            if: { properties: { tagStatus: { const: "tagged" } } },
            then: { oneOf: [{ required: ["tagPatternList"] }, { required: ["tagPrefixList"] }] },
            else: { properties: { tagPatternList: false, tagPrefixList: false } },
            allOf: [
              {
                if: { properties: { countType: { const: "imageCountMoreThan" } } },
                then: { properties: { countUnit: false } },
                else: { required: ["countUnit"] },
              },
            ],
          },
          action: {
            type: "object",
            required: ["type"],
            additionalProperties: false,
            properties: { type: { enum: ["expire", "transition"] }, targetStorageClass: { const: "archive" } },
            if: { properties: { type: { const: "transition" } } },
            then: { required: ["targetStorageClass"] },
            else: { properties: { targetStorageClass: false } },
          },
        },
      },
    },
  },
});

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
