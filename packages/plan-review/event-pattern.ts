import { isDeepStrictEqual } from "node:util";
import { foldName } from "@pipelines/facts/names";
import type { PlanContext } from "./plan-context";
import { isList, objectAt, objectsOf, parsed, plainText } from "./values";

/**
 * Returns what a rule's pattern matches if it is nothing but new builds of one image or pushes of one tag to one
 * repository: `image/<name>` or `repository/<name>`.
 */
export function awaitedBy(pattern: string): string | undefined {
  const given = parsed(pattern);
  const prefix = prefixOf(given);
  const { "repository-name": repository, "image-tag": tag } = objectAt(given, "detail");
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
  const [, image] = /:image\/([^/]+)\/$/.exec(prefix) ?? [];
  if (image !== undefined && isDeepStrictEqual(given, build)) return `image/${foldName(image)}`;
  const isOne = (value: unknown): value is [string] =>
    isList(value) && value.length === 1 && typeof value[0] === "string";
  return isOne(repository) && isOne(tag) && isDeepStrictEqual(given, push) ? `repository/${repository[0]}` : undefined;
}

/**
 * Reports whether a rule's pattern matches nothing but new builds of one image in the stack's own account, or pushes of
 * one tag to one repository. A pipeline that other events start may build without end.
 */
export function isOfOneImage(pattern: string, plan: PlanContext): boolean {
  const awaited = awaitedBy(pattern);
  if (awaited?.startsWith("image/") === true) return plan.isOwn("imagebuilder", "image/")(prefixOf(parsed(pattern)));
  return awaited !== undefined;
}

function prefixOf(pattern: unknown): string {
  const [{ prefix } = {}] = objectsOf(objectAt(pattern)["resources"]);
  return plainText(prefix);
}
