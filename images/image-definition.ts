/**
 * What an image is. One of these is the default export of `images/<name>/image.ts`; the folder's name is the
 * image's name. Every field has a default but `components`.
 */
export interface ImageDefinition {
  /** 1 to 1,024 characters. @default none */
  readonly description?: string;
  /**
   * The image to start from: a registry's (`amazonlinux:latest`, `public.ecr.aws/docker/library/python:3.12`,
   * `<account>.dkr.ecr.<region>.amazonaws.com/base:1`) or the ARN of an Image Builder image.
   * @default "amazonlinux:latest"
   */
  readonly parentImage?: string;
  /** @default "Linux" */
  readonly platform?: Platform;
  /** File in the image's folder, or `s3://…`, which is read once, when the recipe is created. @default "Dockerfile" */
  readonly dockerfile?: string;
  /** What is built into the image, in this order: 1 to 20, none of them twice. */
  readonly components: readonly ComponentUse[];
  /** Repository in ECR that the image is pushed to. Images may share one. @default the image's name */
  readonly repository?: string;
  /** Whether a tag in the repository may move to a later image. @default "MUTABLE" */
  readonly imageTagMutability?: "MUTABLE" | "IMMUTABLE";
  /** Tags of the container beside its build version (`1.0.0-1`), which it always has. @default ["latest"] */
  readonly containerTags?: readonly string[];
  /** When the pipeline builds by itself; `null`: only by hand. @default the environment's */
  readonly schedule?: Schedule | null;
  /** Whether the pipeline runs; a disabled one keeps its schedule and does nothing. @default true */
  readonly enabled?: boolean;
  /** Folder that components work in while the image is built. @default "/tmp" */
  readonly workingDirectory?: string;
  /** Whether the `test` phases run, and for how long at most, 60 to 1,440 minutes. @default on, 60 minutes */
  readonly tests?: { readonly enabled?: boolean; readonly timeoutMinutes?: number };
  /** The instance that builds the image. @default Image Builder's choice */
  readonly buildInstance?: BuildInstance;
  /** Major and minor number of the recipe, such as `1.1`; the patch number moves by itself. @default as it is, first `1.0` */
  readonly version?: string;
  /** On every resource of the image, over the environment's. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

export type Platform = "Linux" | "Windows";

/** `rate(…)` or six-field `cron(…)`, in UTC unless a time zone is named. */
export type Schedule =
  | string
  | {
      readonly expression: string;
      /** IANA name, such as `Europe/Berlin`. @default UTC */
      readonly timezone?: string;
      /** @default "EXPRESSION_MATCH_ONLY" */
      readonly startCondition?: "EXPRESSION_MATCH_ONLY" | "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";
    };

/** A component of the image: one of its own, one that AWS keeps, or any other by its ARN. */
export type ComponentUse = OwnComponent | ManagedComponent | ForeignComponent;

interface ComponentParameters {
  /** Values for the parameters that the document declares. They are plain text in CloudTrail: no secrets. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface OwnComponent extends ComponentParameters {
  /** File in the image's folder, or `s3://…`, whose content cannot be checked or versioned at synth. */
  readonly document: string;
  /** @default the file's name without its ending */
  readonly name?: string;
  /** @default none */
  readonly description?: string;
  /** At most 128 characters. @default none */
  readonly changeDescription?: string;
  /** For example `["Amazon Linux 2023"]`, 1 to 25. @default any */
  readonly supportedOsVersions?: readonly string[];
  /** Major and minor number, as for the image. @default as it is, first `1.0` */
  readonly version?: string;
}

export interface ManagedComponent extends ComponentParameters {
  /** Name of a component that AWS keeps, such as `update-linux`. */
  readonly managed: string;
  /** `x.x.x`, `1.x.x`, `1.0.x` (the latest that fits) or a full version. @default "x.x.x" */
  readonly version?: string;
}

export interface ForeignComponent extends ComponentParameters {
  /** ARN of a component that is kept elsewhere. */
  readonly arn: string;
}

export interface BuildInstance {
  /** AMI id or `ssm:<parameter>` of the ECS-optimised image to boot. @default Image Builder's choice */
  readonly image?: string;
  /** @default what the AMI says */
  readonly volumes?: readonly Volume[];
}

export interface Volume {
  /** @default "/dev/xvda" */
  readonly deviceName?: string;
  /** GiB. */
  readonly size: number;
  /** @default "gp3" */
  readonly type?: "gp2" | "gp3" | "io1" | "io2" | "sc1" | "st1" | "standard";
  readonly iops?: number;
  /** MiB/s, gp3 only. */
  readonly throughput?: number;
  /** @default true */
  readonly encrypted?: boolean;
  readonly kmsKeyId?: string;
}
