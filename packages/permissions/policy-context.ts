import { partitionOf } from "@pipelines/facts/regions";
import { groupedOutput, placeOf, type Block, type StackConfig } from "./stack-config";

/**
 * What a policy is for: to `deploy` a stack (and change and destroy it), to `plan` it, which changes nothing, to
 * `operate` an environment (build, promote, revoke), or to `read` what is promoted from it.
 */
export type Purpose = "deploy" | "plan" | "operate" | "read";

/** Names of what a stack had: images, and repositories that its images used before. The next deploy may destroy both. */
export interface Former {
  readonly images: readonly string[];
  readonly repositories: readonly string[];
}

/** Names of what an environment's stack has for all its groups, after the environment's name. */
const builder = "image-builder";
const sharedNames = [builder, "disabled-pipelines", "image-builds", "image-findings"];

/** The stack that a policy is for, as the table of resource types sees it. */
export class PolicyContext {
  public readonly account: string;
  public readonly region: string;
  public readonly partition: string;
  /** Whether images are built, so that a branch may have deployed any type that images can have. */
  public readonly makesImages: boolean;
  /** Name of the environment, with which the names of its resources begin; that of the stack, unless it is a group's. */
  public readonly environment: string;
  /** Whether it has what an environment has only once: roles, and what images share. */
  public readonly isWhole: boolean;
  /** Patterns of the names of its resources. */
  public readonly names: readonly string[];

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
    const grouped = config.output?.[groupedOutput]?.value;
    this.environment = typeof grouped === "string" ? grouped : stack;
    this.isWhole = this.environment === stack;
    this.names = typeof grouped === "string" ? this.groupedNames() : [`${stack}-*`];
  }

  /**
   * Of an environment with groups, each stack has some images, and names that contain theirs. In IAM, a name that begins
   * so may be another stack's; that one is a neighbour.
   */
  private groupedNames(): string[] {
    const { environment } = this;
    const own = this.all("aws_imagebuilder_image_pipeline").map(({ name }) => String(name));
    const images = [...own, ...this.former.images.map((image) => `${environment}-${image}`)];
    return [
      ...images.flatMap((name) => [name, `${name}-*`, name.replace(environment, `${environment}-${builder}`)]),
      ...(this.isWhole ? sharedNames.map((name) => `${environment}-${name}`) : []),
    ];
  }

  /**
   * ARNs of everything with the stack's names.
   *
   * @param separator what is between the ARN of a resource and the names of its parts @default it has no parts
   */
  public named(arn: (name: string) => string, separator?: string): string[] {
    return this.names.flatMap((name) =>
      separator === undefined || name.endsWith("*") ? [arn(name)] : [arn(name), `${arn(name)}${separator}*`],
    );
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

  /** ARNs in an attribute of the resources of a type: what another stack of the environment creates. */
  public elsewhere(type: string, attribute: string): string[] {
    const arns = this.all(type).map((block) => block[attribute]);
    return [...new Set(arns.filter((arn): arn is string => typeof arn === "string" && arn.startsWith("arn:")))];
  }

  /** The block that an attribute refers to, such as `${aws_s3_bucket.logs.id}`. */
  public referred(attribute: unknown): Block | undefined {
    const [, type = "", id = ""] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(String(attribute)) ?? [];
    return this.config.resource[type]?.[id];
  }
}
