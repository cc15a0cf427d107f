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
  /** Name of the bucket. @default the bucket that `AccountStack` makes in `account` and `region` */
  bucket: v.optional(text),
  /** Key of the state in the bucket. @default `<environment>/terraform.tfstate` */
  key: v.optional(text),
  /** Region of the bucket. @default the environment's */
  region: v.optional(text),
  /** Account of the credentials that Terraform reads and writes the state with. @default the environment's */
  account: v.optional(text),
});

const hcpTerraformState = object({
  /** Name of the organization. */
  organization: text,
  /** Name of the workspace. @default the environment's name */
  workspace: v.optional(text),
  /** Terraform Enterprise's, where it is not HCP Terraform. @default "app.terraform.io" */
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

const notifications = object({
  /** Addresses; AWS asks each to confirm once. */
  emails: v.optional(texts, []),
  /** ARN of a topic that exists, in the environment's region; docs/operations.md has the policy that it needs. @default none */
  topic: v.optional(text),
  /** ARN of an event bus that exists, of this account or another one. @default none */
  eventBus: v.optional(text),
  /** States of an image that are notified about. */
  states: v.optional(v.array(oneOf("FAILED", "AVAILABLE", "CANCELLED"), "a list of states"), ["FAILED"]),
  /** Whether a pipeline that Image Builder switches off, because its scheduled builds fail, is notified about. */
  disabledPipelines: v.optional(flag, true),
  /** Least severity of a finding of Image Builder's scan that is notified about. @default none */
  findings: v.optional(oneOf("critical", "high", "medium")),
});

const placement = object({
  /** Hardware: `default` is shared, `dedicated` the account's own, `host` a Dedicated Host. */
  tenancy: v.optional(oneOf("default", "dedicated", "host"), "default"),
  /** Such as `us-east-1a`. @default any */
  availabilityZone: v.optional(text),
  /** With the tenancy `host`: one host, or one of a group. @default any host of the account that has room */
  hostId: v.optional(text),
  /** ARN of a host resource group. @default none */
  hostResourceGroupArn: v.optional(text),
});

/** IAM's policy language, without principals: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
const permissionStatement = object({
  /** Whether it allows or denies. */
  effect: v.optional(oneOf("Allow", "Deny"), "Allow"),
  /** Such as `secretsmanager:GetSecretValue`. */
  actions: texts,
  /** ARNs, or `*`. */
  resources: texts,
  /** Operators, keys and values: `{ StringEquals: { "aws:ResourceTag/Team": "web" } }`. */
  conditions: v.optional(v.custom<Record<string, unknown>>(isRecord, "an object of operators with keys and values")),
});

const permissions = object({
  /** ARNs of AWS's managed policies or of the account's. */
  managedPolicies: v.optional(texts, []),
  /** Statements of a policy of the role's own. */
  statements: v.optional(v.array(permissionStatement, "a list of statements"), []),
});

/** Numbers of days that CloudWatch Logs can keep logs for; S3 takes any. */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Where images are built, and how. One class in this folder sets them for each environment. */
const environmentSettings = object({
  /** Name of the stack, first part of every name in AWS: lower case, digits and hyphens, such as `dev`. */
  environment: text,
  /** Account id, 12 digits; Terraform refuses to work with any other. */
  account: text,
  /** Region, such as `us-east-1`. */
  region: text,
  /**
   * Regions that images are pushed to in addition to its own: each has a repository there, with the same retention and
   * consumers. Names, states, pipelines and accounts stay one. @default none
   */
  regions: v.optional(texts, []),
  /**
   * ARN of a KMS key that repositories, log bucket, log groups, topic, components, recipes, workflows and volumes are
   * encrypted with; with `regions`, a multi-Region key that has a replica in each. @default AWS's own keys
   */
  encryptionKey: v.optional(text),
  /** The images that this environment builds; see `image` in `packages/image-definition/load-image.ts`. */
  images: v.array(image, 'a list of image("…")'),

  /**
   * First part of the name of each repository, such as `staging` for `staging/web`: for environments that share an
   * account and region; `null` for none. @default the project's, in `stacks/accounts.ts`
   */
  repositoryPrefix: v.optional(v.nullable(text)),
  /** Where Terraform keeps the state; no two environments share one. @default S3, in the state bucket of the account and region */
  state: v.optional(state, { s3: {} }),
  /** Default of the Terraform variable `subnet_id`. @default the account's default VPC */
  subnetId: v.optional(text),
  /** Default of the Terraform variable `security_group_ids`; needed with a subnet. */
  securityGroupIds: v.optional(texts, []),
  /** Default of the Terraform variable `instance_types`. */
  instanceTypes: v.optional(texts, ["t2.micro"]),
  /** Where the instances run. @default on shared hardware, in any Availability Zone */
  placement: v.optional(placement),
  /** Name of an EC2 key pair for a login to the instances; Image Builder itself needs none. @default none */
  keyPair: v.optional(text),
  /** Topic that Image Builder itself tells of the end of every build, as JSON. @default none */
  snsTopicArn: v.optional(text),
  /** When images are built whose definition does not say it; `null`: only by hand. */
  schedule: v.optional(schedule, "cron(0 9 1 * ? *)"),
  /** Whether a deploy builds every image that it creates or changes, and waits for it; `false`: only pipelines build. */
  buildOnDeploy: v.optional(flag, true),
  /**
   * Minutes that a deploy waits for one image. Longer than any build takes, tests included: a deploy that gave up leaves
   * the image to be deleted by the next one, which AWS refuses while the build runs.
   */
  buildTimeoutMinutes: v.optional(wholeNumber(1, 1440), 240),
  /** Whether an instance whose build failed is terminated; `false` keeps it for debugging, at its usual cost. */
  terminateInstanceOnFailure: v.optional(flag, true),
  /** Days that build logs are kept, in S3 and in CloudWatch Logs. */
  logRetentionDays: v.optional(
    v.picklist(retentions, `a number of days that CloudWatch Logs knows: ${list(retentions.map(String), "or")}`),
    90,
  ),
  /** Which builds repositories keep: `{ builds: 100 }` or `{ days: 365 }`. Images under a container tag always stay. */
  keep: v.optional(keep, { builds: 100 }),
  /**
   * What builds may do in addition to what every build does: reaching Systems Manager, pulling and pushing, writing logs, and
   * reading what definitions and `S3Download` steps name in S3. @default nothing
   */
  buildPermissions: v.optional(permissions, {}),
  /**
   * What workflows may do in addition to what every workflow does: documents of Systems Manager other than
   * `AWS-RunShellScript` and `AWS-RunPowerShellScript`, Lambda functions, state machines. @default nothing
   */
  workflowPermissions: v.optional(permissions, {}),
  /** ARN of the policy that bounds every role that the environment makes. @default none */
  permissionsBoundary: v.optional(text),
  /**
   * Whether builds may push to this environment's repositories only, and read only parameters of Systems Manager that
   * `buildPermissions.statements` or AWS's public `/aws/service/` name. AWS's own policies allow builds all of both.
   */
  strictBuildRole: v.optional(flag, false),
  /** Name of an instance profile that exists, instead of the environment's own with its role. @default its own */
  instanceProfile: v.optional(text),
  /** ARN of that profile's role: who deploys may then pass this role, and not every role of the profile's name. @default unknown */
  instanceProfileRole: v.optional(text),
  /** How images are scanned whose definitions do not say it; see `scan` in `packages/image-definition/image-definition.ts`. @default on push */
  scan: v.optional(scan),
  /**
   * How ECR scans all repositories of the account and region, other projects' too: on push, or by Amazon Inspector, on
   * and on. One environment of an account and region can say it; a destroy goes back to ECR's default. @default as it is
   */
  registryScan: v.optional(oneOf("basic", "enhanced")),
  /** Who may pull the images whose definitions do not say it, from other accounts. @default nobody */
  consumers: v.optional(consumers),
  /** Whether Terraform refuses to destroy the repositories and the log bucket. */
  deletionProtection: v.optional(flag, false),
  /** Who is notified about builds, and about which. @default nobody */
  notifications: v.optional(notifications, {}),
  /** Tags on everything, in addition to `Environment`, `Project` and `ManagedBy`. */
  tags: v.optional(textMap, {}),
});

export type EnvironmentSettings = Written<typeof environmentSettings>;
/** The settings with every default filled in, but for those that mean something when they are absent. */
export type ResolvedSettings = Read<typeof environmentSettings> & {
  /** Name of the project, which the environment's name begins with. */
  readonly project?: string | undefined;
};

/** For fields without a default, so that all else that is wrong can be reported too. Nothing is written then. */
const placeholders = { environment: "unnamed", account: "000000000000", region: "us-east-1", images: [] };

/**
 * An environment's settings with their defaults, and what is wrong with their shape. `file`: the stack class's.
 *
 * The images have the environment's prefix before the names of their repositories already, and the references of
 * parents that are images of it.
 */
export function readSettings(
  given: EnvironmentSettings,
  file: string,
  project: ProjectSettings = {},
): { readonly value: ResolvedSettings; readonly findings: Finding[] } {
  const { value, findings } = readShape(environmentSettings, given, file, placeholders);
  const { images, account, region } = value;
  const environment = fullName(value.environment, project);
  const byProject = project.repositoryPrefix === "environment" ? environment : null;
  const prefix = value.repositoryPrefix === undefined ? byProject : value.repositoryPrefix;
  const prefixed = images.map((each) =>
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
    },
    findings: findings.map(explainAccount),
  };
}

/** The name of an environment, everywhere but in its class: `web-dev` of the project `web`. */
export function fullName(environment: string, { name }: ProjectSettings): string {
  return name === undefined ? environment : `${name}-${environment}`;
}
