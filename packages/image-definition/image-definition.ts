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
 * Which builds a repository keeps in addition to images with a protected tag: the newest ones, or those of the last
 * days. Signatures, attestations and SBOMs (tags `sha256-…`) do not count as builds and stay, unless `orphans` sets a
 * number of days. Then those of existing images expire too, because ECR cannot tie such a tag to its image.
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
 * What looks for vulnerabilities: ECR when an image is pushed, Image Builder with Amazon Inspector as well, or nothing.
 * By default, ECR scans, and Image Builder's scan stays as it is: off, unless it was `"enhanced"` before, because the
 * AWS provider does not change a pipeline's scan unless it is set.
 */
export const scan = v.union(
  [v.literal("basic"), v.literal("enhanced"), v.literal(false)],
  '"basic", "enhanced" or false',
);

/** Who may pull the images of a repository in addition to its own account. They may do nothing else with it. */
export const consumers = object({
  /** Account ids, 12 digits. Each account's own IAM policies decide who in it may pull. */
  accounts: v.optional(texts, []),
  /** Ids such as `o-a1b2c3d4e5`: all accounts of an organization. */
  organizations: v.optional(texts, []),
  /** Full paths such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11112222`: all accounts of a unit and of the units below it. */
  organizationalUnits: v.optional(texts, []),
  /** Whether Lambda functions of all these, and of the repository's own account, may run the images. */
  lambda: v.optional(flag, false),
});
export type Consumers = Read<typeof consumers>;

/** Values for the parameters that the document declares. They are plain text in CloudTrail: never use secrets. */
const parameters = v.optional(textMap);

const ownComponent = object({
  /**
   * File by its path from the image's folder, such as `../base/install.yaml` for one that images share, or `s3://…`,
   * whose content cannot be checked or versioned at synth.
   */
  document: text,
  /** Name in AWS, after the names of environment and image. @default the file's name without its extension */
  name: v.optional(text),
  /** 1 to 1,024 characters. @default none */
  description: v.optional(text),
  /** What is new in this version, at most 128 characters. @default none */
  changeDescription: v.optional(text),
  /** For example `["Amazon Linux 2023"]`, 1 to 25. @default any */
  supportedOsVersions: v.optional(texts),
  /** Major and minor number, as for the image. @default unchanged, initially `1.0` */
  version: v.optional(text),
  parameters,
});

const managedComponent = object({
  /** Name of a component that AWS provides, such as `update-linux`. */
  managed: text,
  /** `x.x.x`, `1.x.x`, `1.0.x` (the latest that matches) or a full version. */
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
  return nothing("document (a file of the image), managed (a component of AWS) or arn (any other)");
});

/** How an image uses a workflow. */
const workflowUse = {
  /** Values for the parameters that the document declares. They are plain text in CloudTrail: never use secrets. */
  parameters,
  /** What a failed test workflow does to the build. @default ABORT */
  onFailure: v.optional(oneOf("ABORT", "CONTINUE")),
  /** Test workflows of one group run at the same time, up to five of them. */
  parallelGroup: v.optional(text),
};

const ownWorkflow = object({
  /** File in the image's folder, or `s3://…`, whose content cannot be checked or versioned at synth. */
  document: text,
  /** The stage of a build that the workflow is for. */
  type: oneOf("BUILD", "TEST", "DISTRIBUTION"),
  /** Name in AWS, after the names of environment and image. @default the file's name without its extension */
  name: v.optional(text),
  /** 1 to 1,024 characters. @default none */
  description: v.optional(text),
  /** What is new in this version, at most 128 characters. @default none */
  changeDescription: v.optional(text),
  /** Major and minor number, as for the image. @default unchanged, initially `1.0` */
  version: v.optional(text),
  ...workflowUse,
});

const managedWorkflow = object({
  /** Name of a workflow that AWS provides for containers. */
  managed: oneOf("build-container", "test-container", "distribute-container"),
  /** `x.x.x`, the latest: as far as is known, AWS accepts no other version of its own workflows. */
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
  return nothing("document (a file of the image), managed (a workflow of AWS) or arn (any other)");
});

/** A repository that the project creates, by its name, or an existing one. */
const repository = v.lazy((given) =>
  isRecord(given) ? object({ existing: text }) : v.string('a name, or { existing: "…" }'),
);

const mutability = v.lazy((given) =>
  given === "IMMUTABLE_WITH_EXCLUSION"
    ? nothing(
        '"MUTABLE" or "IMMUTABLE": exclusions came with the AWS provider 6.8, and this project supports 5.100 too',
      )
    : oneOf("MUTABLE", "IMMUTABLE"),
);

const volume = object({
  /** The root volume of the AMI, or another device. */
  deviceName: v.optional(text, "/dev/xvda"),
  /** In GiB; EBS's limits: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html */
  size: wholeNumber(1, 65_536),
  /** Type of EBS volume. */
  type: v.optional(oneOf("gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"), "gp3"),
  /** I/O operations per second. */
  iops: v.optional(wholeNumber(100, 256_000)),
  /** MiB per second, gp3 only. */
  throughput: v.optional(wholeNumber(125, 2_000)),
  /** Whether EBS encrypts it. */
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
  /** Name of another image of the same environment. */
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
   * an image of the same environment (docs/chains.md).
   */
  parentImage: v.optional(parentImage, "amazonlinux:latest"),
  /** Whether the pipeline builds whenever the parent, if it is an image of the same environment, has a new build. */
  rebuildWithParent: v.optional(flag, true),
  /** Operating system; Windows needs an Image Builder image as its parent. */
  platform: v.optional(oneOf("Linux", "Windows"), "Linux"),
  /** File in the image's folder, or `s3://…`, which is read once, when the recipe is created. */
  dockerfile: v.optional(text, "Dockerfile"),
  /** What is installed into the image, in this order: 1 to 20 components without duplicates. */
  components: v.array(component, "a list of components: { document: … }, { managed: … } or { arn: … }"),
  /**
   * ECR repository that the image is pushed to. Each image has its own. `{ existing: "team/web" }` names an existing
   * one in the environment's account and region, whose owner then decides about policy, retention and deletion.
   * @default the image's name
   */
  repository: v.optional(repository),
  /** Regions that the image is pushed to in addition to the environment's own. @default the environment's */
  regions: v.optional(texts),
  /** Whether a tag in the repository may move to a later image. For an existing repository: its setting. */
  imageTagMutability: v.optional(mutability, "MUTABLE"),
  /** Tags of the container in addition to its build version (`1.0.0-1`), which it always has. */
  containerTags: v.optional(texts, ["latest"]),
  /** Tags that no build moves: `npm run promote` moves them to a tested build. */
  channels: v.optional(texts, []),
  /** Which builds the repository keeps. @default the environment's */
  keep: v.optional(keep),
  /**
   * How the image is scanned: `"basic"`, `"enhanced"` (which needs tests and Amazon Inspector) or `false`. @default the
   * environment's
   */
  scan: v.optional(scan),
  /**
   * Who may pull the image from other accounts, instead of the environment's consumers; `{}` means nobody. @default the
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
  /** Whether the pipeline is enabled. A disabled one keeps its schedule and does nothing. */
  enabled: v.optional(flag, true),
  /**
   * Folder that components work in while the image is built.
   * @default Image Builder's: `/tmp`, on Windows `C:/`; a Windows image that was built in `/tmp` before stays there
   */
  workingDirectory: v.optional(text),
  /** Tests of the built image. */
  tests: v.optional(
    object({
      /** Whether the `test` phases run. */
      enabled: v.optional(flag, true),
      /** Longest duration of the tests, in minutes. */
      timeoutMinutes: v.optional(wholeNumber(60, 1440), 60),
    }),
    {},
  ),
  /**
   * What happens in the build, test and distribution stages, instead of Image Builder's own workflows. They run in this
   * order. @default Image Builder's own
   */
  workflows: v.optional(v.array(workflow, "a list of workflows: { document: … }, { managed: … } or { arn: … }"), []),
  /** Whether Image Builder collects the list of an image's packages for the console. */
  enhancedImageMetadata: v.optional(flag, true),
  /** Description of the image's distribution, 1 to 1,024 characters. @default where it is pushed to */
  distributionDescription: v.optional(text),
  /**
   * Instance types that build the image, all of one architecture, which the image then has. Image Builder uses one that
   * is available. @default the environment's
   */
  instanceTypes: v.optional(texts),
  /** AMI and volumes of the instance that builds the image. @default Image Builder's choice */
  buildInstance: v.optional(buildInstance),
  /**
   * Major and minor number of the recipe, such as `1.1`; synth sets the patch number. @default unchanged, initially
   * `1.0`
   */
  version: v.optional(text),
  /** Tags of every resource of the image, which override the environment's. */
  tags: v.optional(textMap, {}),
};

/**
 * What an image is. The default export of `images/<name>/image.ts` is one; the folder's name is the image's name. Every
 * field except `components` has a default.
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
