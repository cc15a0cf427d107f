import { createHash } from "node:crypto";
import { foldName } from "@pipelines/facts/names";

/** The environment, whose name is the prefix of every other name. */
interface Owner {
  readonly environment: string;
}

interface Target {
  readonly account: string;
  readonly region: string;
}

/**
 * The account and region in which a project keeps its Terraform states; `project` is the project's name, if it has one.
 */
interface StateHome extends Target {
  readonly project?: string | undefined;
}

interface Named {
  readonly name: string;
}

/** Prefix of every name that an environment uses in IAM, EventBridge, Image Builder and SNS. */
export function namePrefix({ environment }: Owner): string {
  return `${environment}-`;
}

/**
 * Name of an image's recipe, pipeline and other resources, and the last part of its log group's name: `staging-web`.
 */
export function resourceName(owner: Owner, image: Named): string {
  return `${namePrefix(owner)}${image.name}`;
}

/** Name of one of an image's components or workflows: `staging-web-harden`. */
export function partName(owner: Owner, image: Named, part: Named): string {
  return `${resourceName(owner, image)}-${part.name}`;
}

/** IAM path of the instance role and the instance profile, the same as in AWS's sample. */
export const builderPath = "/executionServiceEC2Role/";

/**
 * Name of the infrastructure configuration, instance role and instance profile that every build in an environment uses.
 * IAM allows 64 characters for a role name; even with the longest environment name, this name and those below fit.
 */
export function builderName(owner: Owner): string {
  return `${namePrefix(owner)}image-builder`;
}

/** Name of the infrastructure configuration for an image with its own instance types. */
export function ownBuilderName(owner: Owner, image: Named): string {
  return `${builderName(owner)}-${image.name}`;
}

export function workflowRoleName(owner: Owner): string {
  return `${builderName(owner)}-workflows`;
}

/** Name of the log bucket. The account and region make it globally unique. */
export function logBucketName(owner: Owner & Target): string {
  return `${builderName(owner)}-logs-${owner.account}-${owner.region}`;
}

/** Key prefix for build logs in the log bucket. */
export function logKeyPrefix({ environment }: Owner): string {
  return `imagebuilder-${environment}`;
}

/** Name of the rule for one kind of event. The topic shares the name of the rule for builds. */
export function eventRuleName(owner: Owner, kind: "disabled-pipelines" | "image-builds" | "image-findings"): string {
  return `${namePrefix(owner)}${kind}`;
}

export function notificationsRoleName(owner: Owner, kind: "bus" | "topic"): string {
  return `${namePrefix(owner)}image-events-${kind}`;
}

/** Name of the role that starts the pipelines of child images. @param number "" for the first role */
export function rebuildsRoleName(owner: Owner, number: string): string {
  return `${namePrefix(owner)}image-rebuilds${number}`;
}

/** Name of the rule that starts an image's children, after a build or after a promotion to a channel. */
export function rebuildRuleName(owner: Owner, parent: Named, channel = "children"): string {
  return `${foldName(resourceName(owner, parent))}-${channel}`;
}

/** Name of the rule that starts an image after its parent, if each image has its own rule. */
export function followRuleName(owner: Owner, image: Named): string {
  return `${foldName(resourceName(owner, image))}-parent`;
}

/** Name of the repository to which Image Builder pushes images for Amazon Inspector to scan. */
export function scanRepositoryName({ environment }: Owner): string {
  return `${environment}/image-scans`;
}

/** Name of the bucket for the Terraform states of an account and region. */
export function stateBucketName(home: StateHome): string {
  return `image-builder-${accountStackName(home)}`;
}

/** Key of an environment's state in that bucket. */
export function stateKey({ environment }: Owner): string {
  return `${environment}/terraform.tfstate`;
}

/** Name of the stack that an account and region needs before it can have environments. */
export function accountStackName({ account, region, project }: StateHome): string {
  return `state-${account}-${region}${project === undefined ? "" : `-${project}`}`;
}

/** Whether a stack belongs to an account instead of an environment. */
export function isAccountStackName(name: string): boolean {
  return /^state-\d{12}-/.test(name);
}

/** Name of an EventBridge rule or target: at most 64 characters; if the name is longer, a hash replaces its end. */
export function eventsName(name: string): string {
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}
