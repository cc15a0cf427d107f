import * as v from "valibot";
import { isRecord } from "@pipelines/findings/values";
import {
  flag,
  hasField,
  nothing,
  object,
  oneOf,
  type Read,
  text,
  textMap,
  texts,
  wholeNumber,
  type Written,
} from "@pipelines/findings/shape";

const scheduleFields = object({
  /** `rate(…)`, or `cron(…)` with six fields. */
  expression: v.string('text: "cron(…)" or "rate(…)"'),
  /** IANA name, such as `Europe/Berlin`. @default UTC */
  timezone: v.optional(text),
  /**
   * Whether the pipeline always runs at these times, or only if a component or the parent has a new version by then.
   * @default `"EXPRESSION_MATCH_ONLY"`
   */
  startCondition: v.optional(oneOf("EXPRESSION_MATCH_ONLY", "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE")),
});

/** `rate(…)` or six-field `cron(…)`, in UTC unless a time zone is set; `null` means manual builds only. */
export const schedule = v.lazy((given) =>
  isRecord(given) ? scheduleFields : v.nullable(v.string("text, an object or null")),
);
export type Schedule = NonNullable<Read<typeof schedule>>;

/**
 * Which builds a repository keeps in addition to images with a protected tag: the newest ones, or those from the last
 * few days. Signatures, attestations and SBOMs (tags `sha256-…`) do not count as builds and are kept, unless `orphans`
 * sets a number of days. In that case, those of existing images expire as well, because ECR cannot link such a tag to
 * its image.
 */
export const keep = v.lazy((given) => {
  const byNumber = hasField(given, "builds");
  if (byNumber === hasField(given, "days")) {
    return nothing("{ builds: 100 } or { days: 365 }, not both: ECR applies one expiry rule to an image");
  }
  const orphans = v.optional(wholeNumber(1, 36_500));
  return byNumber
    ? object({ builds: wholeNumber(1, 50_000), orphans })
    : object({ days: wholeNumber(1, 36_500), orphans });
});
export type Keep = Read<typeof keep>;

/**
 * What scans images for vulnerabilities: ECR when an image is pushed, Image Builder with Amazon Inspector as well, or
 * nothing. By default, ECR scans, and Image Builder's scan stays as it is: off, unless it used to be `"enhanced"`. The
 * AWS provider changes a pipeline's scan only if one is set.
 */
export const scan = v.union(
  [v.literal("basic"), v.literal("enhanced"), v.literal(false)],
  '"basic", "enhanced" or false',
);

/** Who may pull a repository's images, in addition to its own account. Pulling is all they may do. */
export const consumers = object({
  /** Account IDs, 12 digits. Each account's own IAM policies decide who in it may pull. */
  accounts: v.optional(texts, []),
  /** IDs such as `o-a1b2c3d4e5`: all accounts in an organization. */
  organizations: v.optional(texts, []),
  /**
   * Full paths such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11112222`: all accounts in an organizational unit and in the units
   * below it.
   */
  organizationalUnits: v.optional(texts, []),
  /** Whether Lambda functions in all these accounts, and in the repository's own, may run the images. */
  lambda: v.optional(flag, false),
});
export type Consumers = Read<typeof consumers>;

/** Values for the parameters that the document declares. They appear in plain text in CloudTrail: never use secrets. */
const parameters = v.optional(textMap);

const ownComponent = object({
  /**
   * Path of the file, relative to the image's folder, such as `../base/install.yaml` for one that several images share,
   * or `s3://…`, whose content cannot be checked or versioned at synth.
   */
  document: text,
  /** Name in AWS, appended to the names of the environment and image. @default the file name without its extension */
  name: v.optional(text),
  /** 1 to 1,024 characters. @default none */
  description: v.optional(text),
  /** What is new in this version, in at most 128 characters. @default none */
  changeDescription: v.optional(text),
  /** For example `["Amazon Linux 2023"]`, 1 to 25 entries. @default any */
  supportedOsVersions: v.optional(texts),
  /** Major and minor number, as for the image. @default unchanged, initially `1.0` */
  version: v.optional(text),
  parameters,
});

const managedComponent = object({
  /** Name of a component provided by AWS, such as `update-linux`. */
  managed: text,
  /** `x.x.x`, `1.x.x`, `1.0.x` (the latest match) or a full version. */
  version: v.optional(text, "x.x.x"),
  parameters,
});

const foreignComponent = object({
  /** ARN of any other existing component. */
  arn: text,
  parameters,
});

/** A component of the image: its own, one that AWS provides, or any other by its ARN. */
const component = v.lazy((given) => {
  if (hasField(given, "document")) return ownComponent;
  if (hasField(given, "managed")) return managedComponent;
  if (hasField(given, "arn")) return foreignComponent;
  return nothing("document (one of the image's files), managed (an AWS component) or arn (any other)");
});

/** How an image uses a workflow. */
const workflowUse = {
  /**
   * Values for the parameters that the document declares. They appear in plain text in CloudTrail: never use secrets.
   */
  parameters,
  /** How a failed test workflow affects the build. @default ABORT */
  onFailure: v.optional(oneOf("ABORT", "CONTINUE")),
  /** Test workflows in the same group run at the same time, up to five of them. */
  parallelGroup: v.optional(text),
};

const ownWorkflow = object({
  /** File in the image's folder, or `s3://…`, whose content cannot be checked or versioned at synth. */
  document: text,
  /** The build stage that the workflow is for. */
  type: oneOf("BUILD", "TEST", "DISTRIBUTION"),
  /** Name in AWS, appended to the names of the environment and image. @default the file name without its extension */
  name: v.optional(text),
  /** 1 to 1,024 characters. @default none */
  description: v.optional(text),
  /** What is new in this version, in at most 128 characters. @default none */
  changeDescription: v.optional(text),
  /** Major and minor number, as for the image. @default unchanged, initially `1.0` */
  version: v.optional(text),
  ...workflowUse,
});

const managedWorkflow = object({
  /** Name of a container workflow provided by AWS. */
  managed: oneOf("build-container", "test-container", "distribute-container"),
  /** `x.x.x`, the latest: as far as we know, AWS accepts no other version for its own workflows. */
  version: v.optional(text, "x.x.x"),
  ...workflowUse,
});

const foreignWorkflow = object({
  /** ARN of any other existing workflow. */
  arn: text,
  ...workflowUse,
});

/** A workflow of the image: its own, one that AWS provides, or any other by its ARN. */
const workflow = v.lazy((given) => {
  if (hasField(given, "document")) return ownWorkflow;
  if (hasField(given, "managed")) return managedWorkflow;
  if (hasField(given, "arn")) return foreignWorkflow;
  return nothing("document (one of the image's files), managed (an AWS workflow) or arn (any other)");
});

/** A repository that the project creates, by its name, or an existing one. */
const repository = v.lazy((given) =>
  isRecord(given) ? object({ existing: text }) : v.string('a name, or { existing: "…" }'),
);

const mutability = v.lazy((given) =>
  given === "IMMUTABLE_WITH_EXCLUSION"
    ? nothing(
        '"MUTABLE" or "IMMUTABLE": exclusions were added in the AWS provider 6.8, and this project also supports 5.100',
      )
    : oneOf("MUTABLE", "IMMUTABLE"),
);

const volume = object({
  /** The AMI's root volume, or another device. */
  deviceName: v.optional(text, "/dev/xvda"),
  /** In GiB; for EBS's limits, see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html */
  size: wholeNumber(1, 65_536),
  /** EBS volume type. */
  type: v.optional(oneOf("gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"), "gp3"),
  /** I/O operations per second. */
  iops: v.optional(wholeNumber(100, 256_000)),
  /** MiB per second, gp3 only. */
  throughput: v.optional(wholeNumber(125, 2_000)),
  /** Whether EBS encrypts the volume. */
  encrypted: v.optional(flag, true),
  /** ARN of the KMS key. @default the environment's `encryptionKey`, or else AWS's own */
  kmsKeyId: v.optional(text),
});

const buildInstance = object({
  /** AMI id or `ssm:<parameter>` of the ECS-optimized image to boot. @default Image Builder's choice */
  image: v.optional(text),
  /** Volumes of the instance. @default as in the AMI */
  volumes: v.optional(v.array(volume, "a list of objects")),
});

const ownParent = object({
  /** Name of another image in the same environment. */
  image: text,
  /** One of its container tags or channels. @default its first container tag */
  tag: v.optional(text),
});
export type OwnParent = Read<typeof ownParent>;

const parentImage = v.lazy((given) => (isRecord(given) ? ownParent : v.string('text, or { image: "…" }')));

const fields = {
  /** 1 to 1,024 characters. @default none */
  description: v.optional(text),
  /**
   * The image to start from: one in a registry (`amazonlinux:latest`, `public.ecr.aws/docker/library/python:3.12`,
   * `<account>.dkr.ecr.<region>.amazonaws.com/base:1`), the ARN of an Image Builder image, or `{ image: "base" }` for
   * an image in the same environment (docs/chains.md).
   */
  parentImage: v.optional(parentImage, "amazonlinux:latest"),
  /**
   * Whether the pipeline builds whenever the parent has a new build, if the parent is an image in the same
   * environment.
   */
  rebuildWithParent: v.optional(flag, true),
  /** Operating system; Windows needs an Image Builder image as its parent. */
  platform: v.optional(oneOf("Linux", "Windows"), "Linux"),
  /** File in the image's folder, or `s3://…`, which is read only once, when the recipe is created. */
  dockerfile: v.optional(text, "Dockerfile"),
  /** What to install in the image, in this order: 1 to 20 components without duplicates. */
  components: v.array(component, "a list of components: { document: … }, { managed: … } or { arn: … }"),
  /**
   * ECR repository that the image is pushed to. Each image has its own. `{ existing: "team/web" }` names an existing
   * one in the environment's account and region, whose owner then controls policy, retention and deletion.
   * @default the image's name
   */
  repository: v.optional(repository),
  /** Regions that the image is pushed to in addition to the environment's own. @default the environment's */
  regions: v.optional(texts),
  /** Whether a tag in the repository may move to a later image. For an existing repository: the value set there. */
  imageTagMutability: v.optional(mutability, "MUTABLE"),
  /** Container tags in addition to the build version (`1.0.0-1`), which is always added. */
  containerTags: v.optional(texts, ["latest"]),
  /** Tags that builds never move: `npm run promote` moves them to a tested build. */
  channels: v.optional(texts, []),
  /** Which builds the repository keeps. @default the environment's */
  keep: v.optional(keep),
  /**
   * How the image is scanned: `"basic"`, `"enhanced"` (which needs tests and Amazon Inspector) or `false`. @default the
   * environment's
   */
  scan: v.optional(scan),
  /**
   * Who may pull the image from other accounts, instead of the environment's consumers; `{}` means no one. @default the
   * environment's
   */
  consumers: v.optional(consumers),
  /** When the pipeline builds; `null` means manual builds only. @default the environment's */
  schedule: v.optional(schedule),
  /**
   * Whether a deploy builds the image and waits for it. With `false`, an image on a channel is first built after the
   * first promotion. @default the environment's
   */
  buildOnDeploy: v.optional(flag),
  /** Whether the pipeline is enabled. A disabled one keeps its schedule but does not run. */
  enabled: v.optional(flag, true),
  /**
   * Folder in which components work while the image is built.
   * @default Image Builder's: `/tmp`, or `C:/` on Windows; a Windows image that used to be built in `/tmp` keeps that
   * directory
   */
  workingDirectory: v.optional(text),
  /** Tests of the built image. */
  tests: v.optional(
    object({
      /** Whether to run the `test` phases. */
      enabled: v.optional(flag, true),
      /** Maximum duration of the tests, in minutes. */
      timeoutMinutes: v.optional(wholeNumber(60, 1440), 60),
    }),
    {},
  ),
  /**
   * What happens in the build, test and distribution stages, instead of Image Builder's own workflows. They run in this
   * order. @default Image Builder's own
   */
  workflows: v.optional(v.array(workflow, "a list of workflows: { document: … }, { managed: … } or { arn: … }"), []),
  /** Whether Image Builder collects the list of the image's packages for the console. */
  enhancedImageMetadata: v.optional(flag, true),
  /** Description of the image's distribution, 1 to 1,024 characters. @default the places it is pushed to */
  distributionDescription: v.optional(text),
  /**
   * Instance types that build the image, all of the same architecture, which becomes the image's architecture. Image
   * Builder picks one that is available. @default the environment's
   */
  instanceTypes: v.optional(texts),
  /** AMI and volumes of the instance that builds the image. @default Image Builder's choice */
  buildInstance: v.optional(buildInstance),
  /**
   * Major and minor number of the recipe, such as `1.1`; synth sets the patch number. @default unchanged, initially
   * `1.0`
   */
  version: v.optional(text),
  /** Tags on all of the image's resources, which override the environment's. */
  tags: v.optional(textMap, {}),
};

/**
 * The definition of an image. Each `images/<name>/image.ts` exports one as its default export; the folder's name is the
 * image's name. Every field except `components` has a default.
 */
export const imageDefinition = object(fields);
export type ImageDefinition = Written<typeof imageDefinition>;
export type ResolvedDefinition = Read<typeof imageDefinition>;

/** What an environment may override. Tags are merged; everything else is replaced. */
export const imageOverrides = object(
  v.partial(v.omit(v.object(fields), ["components", "dockerfile", "platform", "workflows"])).entries,
);
export type ImageOverrides = Written<typeof imageOverrides>;

export type Platform = ResolvedDefinition["platform"];
export type BuildInstance = NonNullable<ResolvedDefinition["buildInstance"]>;
