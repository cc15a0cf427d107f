import { foldName } from "@pipelines/facts/names";
import { partitionOf } from "@pipelines/facts/regions";
import { type Block, furtherRegionOf, placeOf, type StackConfig, unescape } from "@pipelines/permissions/stack-config";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";

/** An environment's name, account, region and partition. */
export type Place = Omit<EnvironmentDescription, "images" | "stacks">;

/** A resource in the synthesized stack. */
export interface Wanted {
  /** `aws_iam_role.build_instance_role_C9A810F6` */
  readonly address: string;
  readonly type: string;
  /** Its attributes. References are resolved if the stack itself contains their values; all others stay as they are. */
  readonly attributes: Block;
  /** @default the environment's */
  readonly region: string | undefined;
}

/** Returns every resource in the stack, by address. */
export function wantedResources(config: StackConfig, place: Place): Map<string, Wanted> {
  const resolved = (value: unknown): unknown => {
    if (typeof value === "string") return unescape(resolveReferences(value, config, place));
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
  };
  return new Map(
    Object.entries(config.resource).flatMap(([type, all]) =>
      Object.entries(all).map(([name, block]) => {
        const address = `${type}.${name}`;
        const region = furtherRegionOf(block);
        return [address, { address, type, attributes: resolved(block) as Block, region }] as const;
      }),
    ),
  );
}

/** Returns the tags that the provider puts on everything. They show which objects an environment created. */
export function defaultTags({ provider }: StackConfig): Readonly<Record<string, string>> {
  const blocks = (provider.aws[0] as { readonly default_tags?: readonly { readonly tags: Record<string, string> }[] })
    .default_tags;
  const tags = blocks?.[0]?.tags ?? {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [unescape(key), unescape(value)]));
}

/** Returns the account and region of an environment, from its stack. */
export function placeOfStack(config: StackConfig, environment: string): Place {
  const { account, region } = placeOf(config);
  return { environment, account, region, partition: partitionOf(region) };
}

const reference = /\$\{([a-z0-9_]+)\.([A-Za-z0-9_-]+)\.([a-z_]+)\}/g;

/** Turns `${aws_iam_role.x.name}` into the name. Values that only AWS knows stay unresolved. */
function resolveReferences(text: string, config: StackConfig, place: Place): string {
  return text.replaceAll(reference, (whole, type: string, name: string, attribute: string) => {
    const block = config.resource[type]?.[name];
    if (block === undefined) return whole;
    const own = block[attribute];
    if (typeof own === "string") return resolveReferences(own, config, place);
    if (attribute === "arn" || attribute === "id") return arnOf(type, block, place) ?? idOf(block) ?? whole;
    return whole;
  });
}

/** Returns the ID of an object that AWS identifies by its name, such as a role or a bucket. */
function idOf({ name, bucket }: Block): string | undefined {
  return [name, bucket].find((each) => typeof each === "string");
}

/**
 * Returns the ARN of an Image Builder resource, which follows from its name and version; for a component or workflow,
 * the ARN of its first build.
 */
export function arnOf(type: string, { name, version, type: stage }: Block, place: Place): string | undefined {
  const kind = /^aws_imagebuilder_(?!image$)(.+)$/.exec(type)?.[1]?.replaceAll("_", "-");
  if (kind === undefined || typeof name !== "string") return undefined;
  const parts = [kind, foldName(name), ...(typeof version === "string" ? [version] : [])];
  if (kind === "workflow") parts.splice(1, 0, String(stage).toLowerCase());
  if (kind === "component" || kind === "workflow") parts.push("1");
  return `arn:${place.partition}:imagebuilder:${place.region}:${place.account}:${parts.join("/")}`;
}

/** Returns `dev-web 1.0.1/1` for an Image Builder ARN; any other ID is already a name. */
export function nameOf(id: string): string {
  // In a workflow's ARN, the stage comes before the name.
  const [, name, version] = /^arn:[^:]*:imagebuilder:[^/]*:(?:workflow\/)?[^/]+\/([^/]+)(?:\/(.*))?$/.exec(id) ?? [];
  if (name === undefined) return id;
  return version === undefined ? name : `${name} ${version}`;
}
