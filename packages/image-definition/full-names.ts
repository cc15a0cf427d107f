import { createHash } from "node:crypto";
import { foldName } from "@pipelines/facts/names";

/** The first part of names: an environment. */
interface Owner {
  readonly environment: string;
}

interface Target {
  readonly account: string;
  readonly region: string;
}

/** Where an account keeps the states of one project; `project` is its name, if it has one. */
interface StateHome extends Target {
  readonly project?: string | undefined;
}

interface Named {
  readonly name: string;
}

/** The beginning of every name of an environment in IAM, EventBridge, Image Builder and SNS. */
export function namePrefix({ environment }: Owner): string {
  return `${environment}-`;
}

/** Name of an image's recipe, pipeline and other resources, and the last part of its log group: `staging-web`. */
export function resourceName(owner: Owner, image: Named): string {
  return `${namePrefix(owner)}${image.name}`;
}

/** Name of a component or workflow of an image: `staging-web-harden`. */
export function partName(owner: Owner, image: Named, part: Named): string {
  return `${resourceName(owner, image)}-${part.name}`;
}

/** IAM path of instance role and instance profile, as in the sample. */
export const builderPath = "/executionServiceEC2Role/";

/**
 * Name of what every build of an environment uses: infrastructure configuration, instance role and instance profile.
 * IAM allows 64 characters for a role; the longest name of an environment leaves room for this and the names below.
 */
export function builderName(owner: Owner): string {
  return `${namePrefix(owner)}image-builder`;
}

/** Name of the infrastructure configuration of an image with its own instance types. */
export function ownBuilderName(owner: Owner, image: Named): string {
  return `${builderName(owner)}-${image.name}`;
}

export function workflowRoleName(owner: Owner): string {
  return `${builderName(owner)}-workflows`;
}

/** Name of the log bucket. Account and region make it globally unique. */
export function logBucketName(owner: Owner & Target): string {
  return `${builderName(owner)}-logs-${owner.account}-${owner.region}`;
}

/** Prefix of the keys of build logs in the log bucket. */
export function logKeyPrefix({ environment }: Owner): string {
  return `imagebuilder-${environment}`;
}

/** Name of the rule for one kind of event. The topic has the name of the rule for builds. */
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

/** Name of the rule that starts the children of an image, after a build or after a promotion of a channel. */
export function rebuildRuleName(owner: Owner, parent: Named, channel = "children"): string {
  return `${foldName(resourceName(owner, parent))}-${channel}`;
}

/** Name of the rule that starts an image after its parent, where each image has its own. */
export function followRuleName(owner: Owner, image: Named): string {
  return `${foldName(resourceName(owner, image))}-parent`;
}

/** Name of the repository to which Image Builder pushes images for Amazon Inspector to scan. */
export function scanRepositoryName({ environment }: Owner): string {
  return `${environment}/image-scans`;
}

/** Name of the bucket that holds the Terraform states of an account and region. */
export function stateBucketName(home: StateHome): string {
  return `image-builder-${accountStackName(home)}`;
}

/** Key of an environment's state in that bucket. */
export function stateKey({ environment }: Owner): string {
  return `${environment}/terraform.tfstate`;
}

/** Name of the stack that an account and region needs before it has environments. */
export function accountStackName({ account, region, project }: StateHome): string {
  return `state-${account}-${region}${project === undefined ? "" : `-${project}`}`;
}

/** Whether a stack is an account's, not an environment's. */
export function isAccountStackName(name: string): boolean {
  return /^state-\d{12}-/.test(name);
}

/** Name of an EventBridge rule or target: at most 64 characters; a hash replaces the end of a longer name. */
export function eventsName(name: string): string {
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}
