import { isDeepStrictEqual } from "node:util";
import type { PlanContext } from "./plan-context";
import { isList, objectAt, objectsOf, parsed, plainText } from "./values";

/**
 * Reports whether a rule's pattern matches nothing but new builds of one image in the stack's own account, or pushes of
 * one tag to one repository. A pipeline that other events start may build without end.
 */
export function isOfOneImage(pattern: string, plan: PlanContext): boolean {
  const given = parsed(pattern);
  const [{ prefix } = {}] = objectsOf(given?.["resources"]);
  const { "repository-name": repository, "image-tag": tag } = objectAt(given, "detail");
  const isOne = (value: unknown): boolean => isList(value) && value.length === 1 && typeof value[0] === "string";
  const build = {
    source: ["aws.imagebuilder"],
    "detail-type": ["EC2 Image Builder Image State Change"],
    resources: [{ prefix }],
    detail: { state: { status: ["AVAILABLE"] } },
  };
  const push = {
    source: ["aws.ecr"],
    "detail-type": ["ECR Image Action"],
    detail: { "action-type": ["PUSH"], result: ["SUCCESS"], "repository-name": repository, "image-tag": tag },
  };
  const image = plainText(prefix);
  return (
    (isDeepStrictEqual(given, build) &&
      plan.isOwn("imagebuilder", "image/")(image) &&
      /:image\/[^/]+\/$/.test(image)) ||
    (isDeepStrictEqual(given, push) && isOne(repository) && isOne(tag))
  );
}
