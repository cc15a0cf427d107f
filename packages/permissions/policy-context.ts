import { partitionOf } from "@pipelines/facts/regions";
import { sorted } from "./policy-document";
import { environmentOf, placeOf, type Block, type StackConfig } from "./stack-config";

/**
 * What a policy is for: to `deploy` a stack (and change and destroy it), to `plan` it, which changes nothing, to
 * `operate` an environment (build, promote, revoke), or to `read` what is promoted from it.
 */
export type Purpose = "deploy" | "plan" | "operate" | "read";

/**
 * Names of images that a stack used to have, and of repositories that its images used. The next deploy may destroy
 * both.
 */
export interface Former {
  readonly images: readonly string[];
  readonly repositories: readonly string[];
}

/** The stack that a policy is for, as seen by the table of resource types. */
export class PolicyContext {
  public readonly account: string;
  public readonly region: string;
  public readonly partition: string;
  /** Whether the stack builds images, so that a branch may have deployed any type that images can have. */
  public readonly makesImages: boolean;
  /**
   * Name of the environment, which is the prefix of its resources' names; the same as the stack's, unless the stack is
   * a group's.
   */
  public readonly environment: string;
  /** Whether the stack includes what an environment has only once: roles, and whatever images share. */
  public readonly isWhole: boolean;
  /**
   * Names of its images' resources, if the environment has groups. Each stack then has some of the environment's
   * images; the environment's own stack also has what they share. @default everything whose name starts with the
   * environment's
   */
  public readonly images: readonly string[] | undefined;

  /**
   * @param stack name of the stack
   */
  public constructor(
    public readonly stack: string,
    public readonly config: StackConfig,
    public readonly purpose: Purpose,
    public readonly former: Former,
  ) {
    const { account, region } = placeOf(config);
    this.account = account;
    this.region = region;
    this.partition = partitionOf(region);
    this.makesImages = Object.keys(config.resource).some((type) => type.startsWith("aws_imagebuilder_"));
    const grouped = environmentOf(config);
    this.environment = grouped ?? stack;
    this.isWhole = this.environment === stack;
    this.images =
      grouped !== undefined
        ? sorted([
            ...this.all("aws_imagebuilder_image_pipeline").map(({ name }) => String(name)),
            ...former.images.map((image) => `${grouped}-${image}`),
          ])
        : undefined;
  }

  /** ARN of a resource in the home region. */
  public arn(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** ARN of an IAM resource; IAM has no regions. */
  public iam(resource: string): string {
    return `arn:${this.partition}:iam::${this.account}:${resource}`;
  }

  public bucketArn(bucket: unknown): string {
    return `arn:${this.partition}:s3:::${String(bucket)}`;
  }

  /** Returns the resources of a type. */
  public all(type: string): readonly Block[] {
    return Object.values(this.config.resource[type] ?? {});
  }

  /**
   * Returns the ARNs in an attribute of a type's resources; another stack in the environment creates what these ARNs
   * identify.
   */
  public elsewhere(type: string, attribute: string): string[] {
    const arns = this.all(type).map((block) => block[attribute]);
    return [...new Set(arns.filter((arn): arn is string => typeof arn === "string" && arn.startsWith("arn:")))];
  }

  /** Returns the block that an attribute refers to, such as `${aws_s3_bucket.logs.id}`. */
  public referred(attribute: unknown): Block | undefined {
    const [, type = "", id = ""] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(String(attribute)) ?? [];
    return this.config.resource[type]?.[id];
  }
}
