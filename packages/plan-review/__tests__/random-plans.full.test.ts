import * as fs from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { describeWithTerraform, TerraformFolder } from "@pipelines/testing/terraform";
import { summarizePlan } from "../plan-summary";
import { account, cases } from "./corpus-cases";
import { type Corpus, planOfCase } from "./corpus-plans";

type JsonObject = Record<string, unknown>;

/** A block as `terraform providers schema -json` describes it. */
interface Schema {
  readonly attributes?: Readonly<
    Record<string, { readonly type?: unknown; readonly optional?: boolean; readonly required?: boolean }>
  >;
  readonly block_types?: Readonly<Record<string, { readonly block: Schema }>>;
}

interface Change {
  readonly type: string;
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    before: JsonObject | null;
    after: JsonObject | null;
    after_unknown: JsonObject;
    after_sensitive: JsonObject;
  };
}

const more = (before: unknown, after: unknown): boolean => Number(after) === 0 || Number(after) > Number(before);
const any = (): boolean => true;
const on = (_: unknown, after: unknown): boolean => after === true;

/**
 * Everything that may ever change without approval, written independently of the gate's own table, and shorter. For
 * types that are not listed here, only tags may change.
 */
const mayChange: Readonly<Record<string, Readonly<Record<string, (before: unknown, after: unknown) => boolean>>>> = {
  aws_cloudwatch_event_rule: { description: any },
  aws_cloudwatch_log_group: { retention_in_days: more, skip_destroy: (_, after) => after === true },
  aws_ecr_repository: {
    force_delete: (_, after) => after === false,
    image_scanning_configuration: (_, after) => JSON.stringify(after).includes("true"),
  },
  aws_iam_role: {
    description: any,
    max_session_duration: (before, after) => Number(after) < Number(before),
    permissions_boundary: (before) => before === undefined,
  },
  aws_imagebuilder_component: {
    version: any,
    data: any,
    description: any,
    change_description: any,
    platform: any,
    supported_os_versions: any,
    skip_destroy: any,
  },
  aws_imagebuilder_container_recipe: {
    ...{ version: any, description: any, parent_image: any, dockerfile_template_data: any, working_directory: any },
    ...{ container_type: any, platform_override: any, instance_configuration: any, skip_destroy: any },
  },
  aws_imagebuilder_distribution_configuration: { description: any },
  aws_imagebuilder_image: {
    timeouts: any,
    image_tests_configuration: (_, after) => !JSON.stringify(after).includes("false"),
  },
  aws_imagebuilder_image_pipeline: {
    enhanced_image_metadata_enabled: on,
    description: any,
    schedule: any,
    image_tests_configuration: (_, after) => !JSON.stringify(after).includes("false"),
  },
  aws_imagebuilder_infrastructure_configuration: {
    terminate_instance_on_failure: on,
    description: any,
    instance_types: any,
    resource_tags: any,
    key_pair: (_, after) => after === undefined,
  },
  aws_imagebuilder_workflow: { version: any, data: any, description: any, change_description: any, skip_destroy: any },
  aws_s3_bucket_public_access_block: {
    block_public_acls: on,
    block_public_policy: on,
    ignore_public_acls: on,
    restrict_public_buckets: on,
  },
  aws_s3_bucket: { force_destroy: (_, after) => after === false },
  aws_s3_bucket_server_side_encryption_configuration: { rule: (_, after) => JSON.stringify(after).includes("aws:kms") },
  aws_sns_topic: { display_name: any },
};

const corpus = JSON.parse(fs.readFileSync(path.join(__dirname, "corpus", "plans.json"), "utf8")) as Corpus;

/** Returns a value of a type, in Terraform's notation for types, that differs from another one. */
function valueOf(type: unknown, old: unknown, number: number): unknown {
  if (type === "string") return `changed-${number}`;
  if (type === "number") return number;
  if (type === "bool") return old !== true;
  const [kind, inner] = Array.isArray(type) ? (type as unknown[]) : [];
  if (kind === "map") return { changed: valueOf(inner, undefined, number) };
  if (kind === "object") {
    return Object.fromEntries(
      Object.entries(inner as JsonObject).map(([name, each]) => [name, valueOf(each, undefined, number)]),
    );
  }
  return [valueOf(inner, undefined, number)];
}

function blockOf({ attributes = {}, block_types = {} }: Schema, number: number): JsonObject {
  return {
    ...Object.fromEntries(
      Object.entries(attributes).map(([name, { type }]) => [name, valueOf(type, undefined, number)]),
    ),
    ...Object.fromEntries(Object.entries(block_types).map(([name, { block }]) => [name, [blockOf(block, number)]])),
  };
}

/** The same for single values in blocks, by path. */
const mayChangeInside: Readonly<Record<string, (before: unknown, after: unknown) => boolean>> = {
  "aws_ecr_repository.image_scanning_configuration.scan_on_push": on,
  "aws_imagebuilder_container_recipe.instance_configuration": any,
  "aws_imagebuilder_container_recipe.component.parameter": any,
  "aws_imagebuilder_distribution_configuration.distribution.container_distribution_configuration.container_tags": any,
  "aws_imagebuilder_distribution_configuration.distribution.container_distribution_configuration.description": any,
  "aws_imagebuilder_image.image_scanning_configuration.ecr_configuration.container_tags": any,
  "aws_imagebuilder_image.image_scanning_configuration.image_scanning_enabled": on,
  "aws_imagebuilder_image.image_tests_configuration.image_tests_enabled": on,
  "aws_imagebuilder_image.image_tests_configuration.timeout_minutes": any,
  "aws_imagebuilder_image.timeouts": any,
  "aws_imagebuilder_image_pipeline.image_scanning_configuration.ecr_configuration.container_tags": any,
  "aws_imagebuilder_image_pipeline.image_scanning_configuration.image_scanning_enabled": on,
  "aws_imagebuilder_image_pipeline.image_tests_configuration.image_tests_enabled": on,
  "aws_imagebuilder_image_pipeline.image_tests_configuration.timeout_minutes": any,
  "aws_imagebuilder_image_pipeline.schedule": any,
  "aws_imagebuilder_infrastructure_configuration.instance_metadata_options.http_put_response_hop_limit": (
    before,
    after,
  ) => Number(after) < Number(before),
  "aws_s3_bucket_lifecycle_configuration.rule.expiration.days": more,
  "aws_s3_bucket_lifecycle_configuration.rule.noncurrent_version_expiration.noncurrent_days": more,
  "aws_s3_bucket_server_side_encryption_configuration.rule.bucket_key_enabled": any,
};

interface Within {
  readonly blocks: JsonObject[];
  readonly path: readonly string[];
  readonly after: unknown;
}

/** Returns blocks in which one value, at any depth, is different. */
function changedWithin(blocks: readonly JsonObject[], schema: Schema, where: number, number: number): Within {
  const [first = {}, ...others] = blocks;
  const { attributes = {}, block_types = {} } = schema;
  const names = [...Object.keys(attributes), ...Object.keys(block_types)];
  const name = names[where % Math.max(1, names.length)] ?? "";
  const [inner, old] = [block_types[name]?.block, first[name]];
  if (inner !== undefined && Array.isArray(old) && old.length > 0) {
    const found = changedWithin(old as JsonObject[], inner, Math.floor(where / names.length), number);
    return { ...found, blocks: [{ ...first, [name]: found.blocks }, ...others], path: [name, ...found.path] };
  }
  const after = inner === undefined ? valueOf(attributes[name]?.type, old, number) : [blockOf(inner, number)];
  return { blocks: [{ ...first, [name]: after }, ...others], path: [name], after };
}

/** Returns the value at a path, following the first block at each level. */
function within(value: unknown, [name, ...path]: readonly string[]): unknown {
  if (name === undefined) return value;
  const [first] = Array.isArray(value) ? (value as JsonObject[]) : [];
  return within(first?.[name], path);
}

describeWithTerraform("a routine plan in which anything is changed, hidden or added", (terraform) => {
  test("is routine only if the independent list says so as well", async () => {
    const aws = await startLocalAws();
    const folder = await new TerraformFolder({ terraform, endpoint: aws.endpoint, account }).prepare();
    folder.write(JSON.stringify({ terraform: { required_providers: { aws: { source: "hashicorp/aws" } } } }));
    folder.keepStateHere();
    const schemas = Object.values(
      (
        JSON.parse(await folder.succeed("providers", "schema", "-json")) as {
          provider_schemas: Record<string, { resource_schemas: Record<string, { block: Schema }> }>;
        }
      ).provider_schemas,
    )[0]?.resource_schemas;
    await aws.close();
    const routine = cases.filter((one) => one.routine).map(({ name }) => name);
    let changed = 0;
    let changedInside = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...routine),
        fc.nat(),
        fc.nat(),
        fc.constantFrom("change", "change within", "hide", "unknown"),
        fc.integer({ min: 1, max: 9_999 }),
        (name, which, where, kind, number) => {
          const how = kind === "change within" ? "change" : kind;
          const plan = structuredClone(planOfCase(corpus, name)) as {
            resource_changes: Change[];
            configuration: { root_module: { resources: JsonObject[] } };
          };
          const updates = plan.resource_changes.filter(
            ({ change }) => change.before !== null && change.after !== null && !change.actions.includes("no-op"),
          );
          const one = updates[which % Math.max(1, updates.length)];
          const block = schemas?.[one?.type ?? ""]?.block;
          if (one === undefined || block === undefined) return;
          const { attributes = {}, block_types = {} } = block;
          const settable = Object.entries(attributes).filter(
            ([, { optional, required }]) => optional === true || required === true,
          );
          const { before, after, after_unknown, after_sensitive } = one.change;
          if (before === null || after === null) return;
          const blocks = Object.keys(block_types);
          const there = blocks.filter((each) => Array.isArray(after[each]) && after[each].length > 0);
          const names = kind === "change within" ? there : [...settable.map(([each]) => each), ...blocks];
          if (names.length === 0) return;
          const attribute = names[where % names.length] ?? "";
          const old = before[attribute];
          const { block: inner } = block_types[attribute] ?? {};
          const changedInner =
            kind === "change within" && inner !== undefined
              ? changedWithin(after[attribute] as JsonObject[], inner, Math.floor(where / names.length), number)
              : undefined;
          const fresh =
            changedInner?.blocks ??
            (inner === undefined ? valueOf(attributes[attribute]?.type, old, number) : [blockOf(inner, number)]);
          const resource = plan.configuration.root_module.resources.find(({ address }) => address === one.address);
          const expressions = (resource?.["expressions"] ?? {}) as JsonObject;
          expressions[attribute] = how === "unknown" ? { references: ["var.a"] } : {};
          if (how === "unknown") {
            after[attribute] = undefined;
            after_unknown[attribute] = true;
          } else {
            after[attribute] = fresh;
            after_unknown[attribute] = undefined;
          }
          if (how === "hide") after_sensitive[attribute] = true;
          changed++;
          if (kind === "change within") changedInside++;
          const { needsApproval, markdown } = summarizePlan(JSON.stringify(plan), { base: { accounts: [account] } });
          const isTag = attribute === "tags" || attribute === "tags_all";
          const steps = [one.type, attribute, ...(changedInner?.path ?? [])];
          const isInside = steps.some((_, index) => {
            const judge = mayChangeInside[steps.slice(0, index + 1).join(".")];
            return judge?.(within(old, changedInner?.path ?? []), changedInner?.after) === true;
          });
          const isListed =
            how === "change" &&
            (changedInner === undefined ? isTag || mayChange[one.type]?.[attribute]?.(old, fresh) === true : isInside);
          const isSame = how === "change" && JSON.stringify(old) === JSON.stringify(fresh);
          if (!needsApproval && !isListed && !isSame) {
            throw new Error(
              `${name}: ${how} ${one.type} ${attribute}: ${JSON.stringify(old)} → ${JSON.stringify(fresh)}\n${markdown}`,
            );
          }
          // Tag changes are routine in any plan; `tags_all` is not for configurations to set.
          if (attribute === "tags" && how === "change") expect(needsApproval).toBe(false);
        },
      ),
      { numRuns: 5_000 },
    );
    expect(changed).toBeGreaterThan(3_000);
    expect(changedInside).toBeGreaterThan(250);
  });
});
