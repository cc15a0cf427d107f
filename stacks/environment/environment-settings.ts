import { explainAccount } from "./account-names";
import type { ProjectSettings } from "./project-settings";
import * as v from "valibot";
import type { Finding } from "@pipelines/findings/finding";
import {
  flag,
  hasField,
  nothing,
  object,
  oneOf,
  type Read,
  readShape,
  text,
  textMap,
  texts,
  wholeNumber,
  type Written,
} from "@pipelines/findings/shape";
import { list } from "@pipelines/findings/text";
import { partitionOf, registryOf } from "@pipelines/facts/regions";
import type { Image } from "@pipelines/image-definition/image";
import { placeParents } from "@pipelines/image-definition/image-chains";
import { isRecord } from "@pipelines/findings/values";
import { consumers, keep, scan, schedule } from "@pipelines/image-definition";

const image = v.custom<Image>((given) => hasField(given, "findings"), 'image("…")');

const s3State = object({
  /** Name of the bucket. @default the bucket that `AccountStack` creates in `account` and `region` */
  bucket: v.optional(text),
  /** Key of the state in the bucket. @default `<environment>/terraform.tfstate` */
  key: v.optional(text),
  /** Region of the bucket. @default the environment's */
  region: v.optional(text),
  /** Account whose credentials Terraform uses to read and write the state. @default the environment's */
  account: v.optional(text),
});

const hcpTerraformState = object({
  /** Name of the organization. */
  organization: text,
  /** Name of the workspace. @default the environment's name */
  workspace: v.optional(text),
  /** Hostname of Terraform Enterprise, if used instead of HCP Terraform. @default "app.terraform.io" */
  hostname: v.optional(text),
});

const state = v.lazy((given) => {
  const inS3 = hasField(given, "s3");
  if (inS3 === hasField(given, "hcpTerraform")) {
    return nothing("{ s3: { … } } or { hcpTerraform: { organization: … } }");
  }
  return inS3 ? object({ s3: s3State }) : object({ hcpTerraform: hcpTerraformState });
});
export type StateSettings = Written<typeof state>;

/** Some of an environment's images, with their own stack. */
const group = object({
  /** The group's images. They may be built on images from other groups. */
  images: v.array(image, 'a list of image("…")'),
  /** Owners of the group, as written in `CODEOWNERS`: `@acme/web`. @default nobody */
  owners: v.optional(texts, []),
  /**
   * Where Terraform keeps the group's state. @default where the environment's state is, but with the name of the
   * group's stack, `<environment>-<group>`, as its key or workspace
   */
  state: v.optional(state),
});

const notifications = object({
  /** Email addresses; AWS asks each one to confirm once. */
  emails: v.optional(texts, []),
  /**
   * ARN of an existing topic in the environment's region; docs/operations.md shows the policy that it needs. @default
   * none
   */
  topic: v.optional(text),
  /** ARN of an existing event bus, in any account. @default none */
  eventBus: v.optional(text),
  /** Image states to report. */
  states: v.optional(v.array(oneOf("FAILED", "AVAILABLE", "CANCELLED"), "a list of states"), ["FAILED"]),
  /** Whether to report a pipeline that Image Builder disables because its scheduled builds keep failing. */
  disabledPipelines: v.optional(flag, true),
  /** Lowest severity to report from Image Builder's scans. @default none */
  findings: v.optional(oneOf("critical", "high", "medium")),
});

const placement = object({
  /** Hardware: `default` is shared, `dedicated` is reserved for the account, `host` is a Dedicated Host. */
  tenancy: v.optional(oneOf("default", "dedicated", "host"), "default"),
  /** For example, `us-east-1a`. @default any */
  availabilityZone: v.optional(text),
  /**
   * For the tenancy `host`: a particular host, or one in a host resource group. @default any host in the account that
   * has room
   */
  hostId: v.optional(text),
  /** ARN of a host resource group. @default none */
  hostResourceGroupArn: v.optional(text),
});

/**
 * An IAM policy statement, without principals:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
const permissionStatement = object({
  /** Whether the statement allows or denies. */
  effect: v.optional(oneOf("Allow", "Deny"), "Allow"),
  /** For example, `secretsmanager:GetSecretValue`. */
  actions: texts,
  /** ARNs, or `*`. */
  resources: texts,
  /** Operators, keys and values: `{ StringEquals: { "aws:ResourceTag/Team": "web" } }`. */
  conditions: v.optional(v.custom<Record<string, unknown>>(isRecord, "an object of operators with keys and values")),
});

const permissions = object({
  /** ARNs of managed policies, either AWS's or the account's own. */
  managedPolicies: v.optional(texts, []),
  /** Statements for the role's inline policy. */
  statements: v.optional(v.array(permissionStatement, "a list of statements"), []),
});

/** The retention periods, in days, that CloudWatch Logs accepts; S3 accepts any. */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Where and how images are built. Each environment's class in this folder sets this. */
const environmentSettings = object({
  /** Name of the stack and prefix of every name in AWS: lowercase letters, digits and hyphens, such as `dev`. */
  environment: text,
  /** Account ID, 12 digits; Terraform refuses to work with any other account. */
  account: text,
  /** Region, such as `us-east-1`. */
  region: text,
  /**
   * Regions to which images are pushed in addition to the environment's own. Each gets repositories with the same
   * retention and consumers. There is still only one state, one account, and one pipeline per image. @default none
   */
  regions: v.optional(texts, []),
  /**
   * ARN of a KMS key that encrypts the repositories, log bucket, log groups, topic, components, recipes, workflows and
   * volumes; if `regions` is set, a multi-Region key that has a replica in each region. @default AWS's own keys
   */
  encryptionKey: v.optional(text),
  /** The images that this environment builds; see `image` in `packages/image-definition/load-image.ts`. */
  images: v.array(image, 'a list of image("…")'),
  /**
   * Additional images, in groups by name. Each group has its own stack, state, plan and roles; the stack of `web` in
   * `dev` is `dev-web`. All settings also apply to the groups. Names in AWS do not contain the group, so that an image
   * can be moved: docs/groups.md. @default none
   */
  groups: v.optional(v.record(v.string(), group, "an object of groups by name")),

  /**
   * Prefix of each repository's name, such as `staging` in `staging/web`, for environments that share an account and
   * region; `null` for none. @default the project's, in `stacks/accounts.ts`
   */
  repositoryPrefix: v.optional(v.nullable(text)),
  /**
   * Where Terraform keeps the state; environments cannot share one. @default S3, in the state bucket of the account and
   * region
   */
  state: v.optional(state, { s3: {} }),
  /** Default value of the Terraform variable `subnet_id`. @default the account's default VPC */
  subnetId: v.optional(text),
  /** Default for the Terraform variable `security_group_ids`; required with a subnet. */
  securityGroupIds: v.optional(texts, []),
  /** Default for the Terraform variable `instance_types`. */
  instanceTypes: v.optional(texts, ["t2.micro"]),
  /** Where the instances run. @default on shared hardware, in any Availability Zone */
  placement: v.optional(placement),
  /** Name of an EC2 key pair for logging in to the instances; Image Builder itself needs none. @default none */
  keyPair: v.optional(text),
  /** Topic to which Image Builder itself sends a notification, as JSON, after every build. @default none */
  snsTopicArn: v.optional(text),
  /** Default schedule for images that set none; `null` means manual builds only. */
  schedule: v.optional(schedule, "cron(0 9 1 * ? *)"),
  /**
   * Whether a deploy builds every image that it creates or changes, and waits for it. With `false`, only pipelines
   * build.
   */
  buildOnDeploy: v.optional(flag, true),
  /**
   * Minutes that a deploy waits for one image. Set this longer than any build takes, including tests: if a deploy gives
   * up, the next one deletes the image, which AWS refuses while the build is running.
   */
  buildTimeoutMinutes: v.optional(wholeNumber(1, 1440), 240),
  /** Whether to terminate an instance whose build failed; `false` keeps it for inspection, at its usual cost. */
  terminateInstanceOnFailure: v.optional(flag, true),
  /** Days to keep build logs, in S3 and in CloudWatch Logs. */
  logRetentionDays: v.optional(
    v.picklist(retentions, `a number of days that CloudWatch Logs accepts: ${list(retentions.map(String), "or")}`),
    90,
  ),
  /**
   * Which builds repositories keep: `{ builds: 100 }` or `{ days: 365 }`. Images with a container tag are always kept.
   */
  keep: v.optional(keep, { builds: 100 }),
  /**
   * What builds may do in addition to the default permissions, which let them use Systems Manager, pull and push
   * images, write logs, and read what definitions and `S3Download` steps refer to in S3. @default nothing
   */
  buildPermissions: v.optional(permissions, {}),
  /**
   * What workflows may do in addition to the default permissions, for example run Systems Manager documents other than
   * `AWS-RunShellScript` and `AWS-RunPowerShellScript`, Lambda functions or state machines. @default nothing
   */
  workflowPermissions: v.optional(permissions, {}),
  /** ARN of the permissions boundary for every role that the environment creates. @default none */
  permissionsBoundary: v.optional(text),
  /**
   * Whether builds may push only to this environment's repositories, and read only those Systems Manager parameters
   * that are public (`/aws/service/`) or that `buildPermissions.statements` allow. AWS's own policies let builds push
   * to all repositories and read all parameters.
   */
  strictBuildRole: v.optional(flag, false),
  /**
   * Name of an existing instance profile, to be used instead of the one that the environment creates with its role.
   * @default none
   */
  instanceProfile: v.optional(text),
  /**
   * ARN of that profile's role. A deployer may then pass only this role, instead of any role with the profile's name.
   * @default unknown
   */
  instanceProfileRole: v.optional(text),
  /**
   * Default scan for images that set none; see `scan` in `packages/image-definition/image-definition.ts`. @default on
   * push
   */
  scan: v.optional(scan),
  /**
   * How ECR scans all repositories in the account and region, including other projects': on push, or continuously by
   * Amazon Inspector. Only one environment per account and region can set this; destroying it restores ECR's default.
   * @default unchanged
   */
  registryScan: v.optional(oneOf("basic", "enhanced")),
  /** Default consumers for images that set none: who may pull the images from other accounts. @default nobody */
  consumers: v.optional(consumers),
  /** Whether Terraform refuses to destroy the repositories and the log bucket. */
  deletionProtection: v.optional(flag, false),
  /** Who is notified about builds, and about which events. @default nobody */
  notifications: v.optional(notifications, {}),
  /** Tags on everything, in addition to `Environment`, `Project` and `ManagedBy`. */
  tags: v.optional(textMap, {}),
});

export type EnvironmentSettings = Written<typeof environmentSettings>;
/** The settings with every default filled in, except for settings whose absence has a meaning. */
export type ResolvedSettings = Omit<Read<typeof environmentSettings>, "images" | "groups"> & {
  /** Name of the project; the environment's name starts with it. */
  readonly project?: string | undefined;
  /** All images, including those in groups. */
  readonly images: readonly GroupedImage[];
  /** Groups by name. @default the environment has no groups */
  readonly groups?: ReadonlyMap<string, ResolvedGroup> | undefined;
};

/** An image in an environment. */
export interface GroupedImage extends Image {
  /** The group that the image is in. @default none */
  readonly group?: string | undefined;
  /** Position of the image in the settings: `groups.web.images[0]`. */
  readonly position: string;
}

export interface ResolvedGroup {
  /** Name of the group's stack. */
  readonly stack: string;
  readonly owners: readonly string[];
  readonly state: StateSettings;
}

/**
 * Placeholders for missing fields that have no default, so that all other mistakes can be reported as well. In this
 * case, nothing is written.
 */
const placeholders = { environment: "unnamed", account: "000000000000", region: "us-east-1", images: [] };

/**
 * Returns an environment's settings with their defaults, and findings about their structure. `file` is the stack
 * class's file.
 *
 * In the result, the names of the images' repositories have the environment's prefix, and parents that are images in
 * the environment are replaced with their references.
 */
export function readSettings(
  given: EnvironmentSettings,
  file: string,
  project: ProjectSettings = {},
): { readonly value: ResolvedSettings; readonly findings: Finding[] } {
  const { value, findings } = readShape(environmentSettings, given, file, placeholders);
  const { images, groups, account, region } = value;
  const environment = fullName(value.environment, project);
  const byProject = project.repositoryPrefix === "environment" ? environment : null;
  const prefix = value.repositoryPrefix === undefined ? byProject : value.repositoryPrefix;
  const prefixed = [
    ...positioned(images),
    ...Object.entries(groups ?? {}).flatMap(([name, each]) => positioned(each.images, name)),
  ].map((each) =>
    prefix === null || each.repositoryExists ? each : { ...each, repository: `${prefix}/${each.repository}` },
  );
  const registry = registryOf({ account, region, partition: partitionOf(region) });
  return {
    value: {
      ...value,
      environment,
      project: project.name,
      repositoryPrefix: prefix ?? undefined,
      images: placeParents(prefixed, registry),
      groups: groups && resolvedGroups(groups, environment, value.state),
    },
    findings: findings.map(explainAccount),
  };
}

/** Returns the name of an environment as it is used everywhere except in its class: `web-dev` in the project `web`. */
export function fullName(environment: string, { name }: ProjectSettings): string {
  return name === undefined ? environment : `${name}-${environment}`;
}

function positioned(images: readonly Image[], group?: string): GroupedImage[] {
  const field = group === undefined ? "images" : `groups.${group}.images`;
  return images.map((each, index) => ({ ...each, group, position: `${field}[${index}]` }));
}

function resolvedGroups(
  groups: NonNullable<Read<typeof environmentSettings>["groups"]>,
  environment: string,
  state: StateSettings,
): Map<string, ResolvedGroup> {
  // Settings that identify the environment's own state do not apply to the group.
  const inherited: StateSettings =
    "s3" in state
      ? { s3: { ...state.s3, key: undefined } }
      : { hcpTerraform: { ...state.hcpTerraform, workspace: undefined } };
  return new Map(
    Object.entries(groups).map(([name, { owners, state: own = inherited }]) => [
      name,
      { stack: `${environment}-${name}`, owners, state: own },
    ]),
  );
}
