import { partitionOf } from "@pipelines/facts/regions";
import { placeOf, type Block, type StackConfig } from "./stack-config";

/**
 * What a policy is for: to `deploy` a stack (and change and destroy it), to `plan` it, which changes nothing, to
 * `operate` an environment (build, promote, revoke), or to `read` what is promoted from it.
 */
export type Purpose = "deploy" | "plan" | "operate" | "read";

/** The stack that a policy is for, as the table of resource types sees it. */
export class PolicyContext {
  public readonly account: string;
  public readonly region: string;
  public readonly partition: string;
  /** Whether images are built, so that a branch may have deployed any type that images can have. */
  public readonly makesImages: boolean;

  /**
   * @param stack name of the stack; the names of its resources begin with it
   * @param former names of repositories that its images used before, which the next deploy may destroy
   */
  public constructor(
    public readonly stack: string,
    public readonly config: StackConfig,
    public readonly purpose: Purpose,
    public readonly former: readonly string[],
  ) {
    const { account, region } = placeOf(config);
    this.account = account;
    this.region = region;
    this.partition = partitionOf(region);
    this.makesImages = Object.keys(config.resource).some((type) => type.startsWith("aws_imagebuilder_"));
  }

  /** ARN of a resource of the home region. */
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

  /** The resources of a type. */
  public all(type: string): readonly Block[] {
    return Object.values(this.config.resource[type] ?? {});
  }

  /** The block that an attribute refers to, such as `${aws_s3_bucket.logs.id}`. */
  public referred(attribute: unknown): Block | undefined {
    const [, type = "", id = ""] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(String(attribute)) ?? [];
    return this.config.resource[type]?.[id];
  }
}
