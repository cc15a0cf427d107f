import { fromRegionalName, regionalName } from "@pipelines/image-definition/regional-repository";
import { partitionOf } from "@pipelines/facts/regions";

/** A block in Terraform's JSON syntax: https://developer.hashicorp.com/terraform/language/syntax/json */
export type Block = Readonly<Record<string, unknown>>;

/** The parts of a synthesized stack that this project reads. */
export interface StackConfig {
  readonly terraform: {
    readonly required_version: string;
    readonly required_providers: Readonly<Record<string, { readonly source: string; readonly version: string }>>;
    readonly backend?: Readonly<Record<string, Block>>;
    readonly cloud?: Block;
  };
  readonly provider: {
    readonly aws: readonly {
      readonly region: string;
      readonly alias?: string;
      readonly allowed_account_ids: string[];
    }[];
  };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly variable?: Readonly<Record<string, Variable>>;
  readonly output?: Readonly<Record<string, { readonly description?: string; readonly value: unknown }>>;
}

export interface Variable {
  readonly type: string;
  readonly description?: string;
  /** Absent if a value must be provided; `null` is also a default. */
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly validation?: readonly { readonly condition: string; readonly error_message: string }[];
}

/** The output with the environment's name, in each stack of an environment with groups. */
export const groupedOutput = "environment";

/** Kinds of blocks, by the number of labels before their content. */
const labels = { resource: 2, data: 2, output: 1, variable: 1, module: 1, provider: 1 } as const;

/** Parses `cdk.tf.json` without CDKTF's own notes: the comments (`//`) that blocks may have. */
export function readStackConfig(text: string): StackConfig {
  const config = omit(JSON.parse(text) as Record<string, unknown>, "//");
  for (const [kind, depth] of Object.entries(labels)) {
    if (kind in config) config[kind] = withoutComments(config[kind], depth);
  }
  // The stack of a group without images has no resources.
  return { resource: {}, ...config } as unknown as StackConfig;
}

/** Removes Terraform's escapes: the inverse of `literal` in constructs/terraform-text.ts. */
export function unescape(text: string): string {
  return text.replaceAll(/([$%])\1\{/g, "$1{");
}

/** Whether Terraform refuses every plan that would destroy a resource. */
export function isProtected({ lifecycle }: Block): boolean {
  return (lifecycle as { readonly prevent_destroy?: boolean } | undefined)?.prevent_destroy === true;
}

/** Only blocks have comments: in a map, such as tags, `//` would be a key like any other. */
function withoutComments(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutComments(one, depth));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(
    depth === 0 ? entries : entries.map(([key, inner]) => [key, withoutComments(inner, depth - 1)]),
  );
}

export function omit<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.some((one) => one === key))) as Omit<T, K>;
}

/** Whether the state is a file in this repository, as it is for a state bucket's stack. */
export function isLocal(config: StackConfig): boolean {
  return config.terraform.backend?.["local"] !== undefined;
}

/**
 * Returns a repository's ARN by its name in the version lock, which is prefixed with the region if it is not the home
 * region.
 */
export function repositoryArn(config: StackConfig, regionalName: string): string {
  const { account, region: home } = placeOf(config);
  const { repository, region = home } = fromRegionalName(regionalName);
  return `arn:${partitionOf(home)}:ecr:${region}:${account}:repository/${repository}`;
}

/** Returns a block's additional region, which is its provider's alias; undefined for the home region. */
export function furtherRegionOf({ provider }: Block): string | undefined {
  return typeof provider === "string" ? provider.split(".")[1] : undefined;
}

/** Returns the name of a block's repository, as {@link repositoryArn} expects it. */
export function repositoryName(block: Block): string {
  return regionalName(String(block["name"]), furtherRegionOf(block));
}

/** Name of the environment, if it has groups. */
export function environmentOf({ output }: StackConfig): string | undefined {
  const value = output?.[groupedOutput]?.value;
  return typeof value === "string" ? value : undefined;
}

/** Returns the account and home region that a stack works in. */
export function placeOf(config: StackConfig): { readonly account: string; readonly region: string } {
  const aws = config.provider.aws.find(({ alias }) => alias === undefined);
  return { account: aws?.allowed_account_ids[0] ?? "*", region: aws?.region ?? "*" };
}
