import { isOfOneImage } from "./event-pattern";
import { keepsAtLeast } from "./expiry";
import { deniesNothing, policy } from "./policies";
import type { PlanContext, Resource } from "./plan-context";
import type { ResourceChange } from "./resource-change";
import {
  added,
  addedKey,
  block,
  blocks,
  fewer,
  fixed,
  free,
  freely,
  list,
  longer,
  optionalBlock,
  orNew,
  orNothing,
  ownKey,
  ownRegion,
  present,
  reference,
  referenceOrShared,
  removed,
  type Rules,
  text,
  to,
  up,
} from "./rules";
import { code } from "@pipelines/findings/escape";
import { textAt } from "./values";

/** Rules for which changes to a type of resource are known to be harmless. Everything else needs approval. */
export interface TypeRules {
  /** Why a new resource is harmless, and under which condition. @default it needs approval */
  readonly create?: Permission;
  /** The same for a replacement. */
  readonly replace?: Permission;
  /** The same for a deletion. */
  readonly delete?: Permission;
  /** The same for a resource that Terraform stops managing. */
  readonly forget?: Permission;
  /** What is lost with the resource, such as "every image in it". */
  readonly holds?: string;
  /** Attributes that may change, and how. */
  readonly attributes: Rules;
  /**
   * Attributes that mirror resources of another type: if they are changed outside Terraform, that is a change to those
   * resources.
   */
  readonly shows?: Readonly<Record<string, Shown>>;
}

/** A resource that is mirrored in an attribute of another one. */
export interface Shown {
  readonly type: string;
  /** The attribute in which it names the other resource, and the other resource's attribute that contains the name. */
  readonly by: string;
  readonly named: string;
  /** The attributes that must be equal, with the path of each in the elements of the shown value. @default none */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
}

/** A permission in words, and a check of whether it applies to this change. */
export interface Permission {
  readonly words: string;
  readonly holds?: (change: ResourceChange, plan: PlanContext) => boolean;
}

const tags = { tags: free } as const;

/** For new versions of immutable resources: the review checks the version numbers elsewhere. */
const versioned = {
  create: { words: "a first version" },
  replace: { words: "by a higher version" },
} as const;

const unused: Permission = { words: "immutable, and no longer used" };

const scanRepository = {
  words: "`<environment>/image-scans` in an environment with groups",
  holds: (value: string, { environment }: PlanContext) =>
    environment !== undefined && value === `${environment}/image-scans`,
};

/** Rules that apply to both a build and a pipeline. */
const built: Rules = {
  container_recipe_arn: reference(["aws_imagebuilder_container_recipe.arn"]),
  distribution_configuration_arn: reference(["aws_imagebuilder_distribution_configuration.arn"]),
  infrastructure_configuration_arn: referenceOrShared(
    "aws_imagebuilder_infrastructure_configuration.arn",
    "imagebuilder",
    ["infrastructure-configuration", "image-builder"],
  ),
  execution_role: orNothing(
    referenceOrShared("aws_iam_role.arn", "iam", ["role/imageBuilder", "image-builder-workflows"]),
    "; none for a new resource",
    ({ isNew }) => isNew,
  ),
  enhanced_image_metadata_enabled: to(true),
  image_tests_configuration: block({ image_tests_enabled: to(true), timeout_minutes: free }),
  image_scanning_configuration: optionalBlock({
    image_scanning_enabled: to(true),
    ecr_configuration: block({
      repository_name: reference(["aws_ecr_repository.name"], scanRepository),
      container_tags: free,
    }),
  }),
  ...tags,
};

/** A component, a recipe or a workflow. */
const version: Rules = {
  name: fixed,
  ...freely("version", "description"),
  kms_key_id: ownKey,
  skip_destroy: to(true, false, undefined),
  ...tags,
};

const awsComponent = {
  words: "an ARN owned by AWS",
  holds: (value: string) => /^arn:[a-z-]+:imagebuilder:[a-z0-9-]+:aws:component\/[\w.-]+\/[\dx.]+(\/\d+)?$/.test(value),
};

const bucket = reference(["aws_s3_bucket.id"]);

function ofBucket(type: string): Shown {
  return { type: `aws_s3_bucket_${type}`, by: "bucket", named: "id" };
}

function ofRole(type: string, parts: Shown["parts"]): Shown {
  return { type: `aws_iam_role_${type}`, by: "role", named: "name", parts };
}

/** The only role that is created along with images. */
const forRules: Permission = {
  words: "`<environment>-image-rebuilds`, which starts pipelines, with the same boundary as the other roles",
  holds: ({ after }, plan) => {
    const boundary = textAt(after, "permissions_boundary");
    const others = plan.existing("aws_iam_role").flatMap((role) => role["permissions_boundary"] ?? []);
    const isOfOthers = others.length === 0 || others.includes(boundary ?? "");
    return isOfOthers && /-image-rebuilds(-\d+)?$/.test(textAt(after, "name") ?? "");
  },
};

/** For what AWS overwrites without an error if it exists: no other one, existing or new, may have the same values. */
function another(words: string, type: string, ...names: readonly string[]): Permission {
  return {
    words: `${words}, and no other one has the same ${names.map((name) => code(name)).join(" and ")}`,
    holds: ({ address }, plan) => {
      const all = [...plan.resourcesAt("before"), ...plan.resourcesAt("after")].filter((each) => each.type === type);
      const isOwn = ({ id }: Resource): boolean => `${type}.${id}` === address;
      const others = all.filter((each) => !isOwn(each));
      const isSame = (own: Resource, other: Resource): boolean =>
        names.every((name) => own.values[name] === other.values[name]);
      return all.filter(isOwn).every((own) => !others.some((other) => isSame(own, other)));
    },
  };
}

const withoutDenial: Permission = {
  words: "it denies nothing",
  holds: ({ before }) => deniesNothing(textAt(before, "policy")),
};

/** Rules by type, for everything that this project creates. A test keeps docs/plan-review.md in sync. */
export const table: Readonly<Record<string, TypeRules>> = {
  aws_cloudwatch_event_rule: {
    create: another("it reaches nothing without a target", "aws_cloudwatch_event_rule", "name"),
    attributes: {
      name: fixed,
      event_pattern: text(
        "only for a new resource, and only new builds of one image or pushes of one tag",
        (_, after, { isNew, path, plan }) =>
          isNew && isOfOneImage(after, plan) ? [] : [`${code(path.join("."))}: other events`],
      ),
      description: free,
      event_bus_name: to("default"),
      state: to("ENABLED", undefined),
      ...tags,
    },
  },
  aws_cloudwatch_event_target: {
    create: another("it starts a pipeline in the same plan", "aws_cloudwatch_event_target", "rule", "target_id"),
    attributes: {
      target_id: fixed,
      event_bus_name: to("default"),
      rule: reference(["aws_cloudwatch_event_rule.name"]),
      arn: reference(["aws_imagebuilder_image_pipeline.arn"]),
      role_arn: referenceOrShared("aws_iam_role.arn", "iam", ["role", "image-rebuilds"]),
    },
  },
  aws_cloudwatch_log_group: {
    holds: "every log in it",
    create: { words: "nothing is logged there yet" },
    attributes: {
      name: fixed,
      retention_in_days: longer,
      kms_key_id: ownKey,
      log_group_class: to("STANDARD", undefined),
      skip_destroy: to(true, false),
      ...tags,
    },
  },
  aws_ecr_lifecycle_policy: {
    create: {
      words: "its repository is new",
      holds: ({ address }, plan) => plan.references(address, ["repository"]).some((each) => plan.creates(each)),
    },
    replace: {
      words: "by rules of the same repository that do not delete anything else",
      holds: ({ before, after }) => textAt(before, "repository") === textAt(after, "repository"),
    },
    delete: { words: "images are kept forever" },
    attributes: {
      repository: reference(["aws_ecr_repository.name"]),
      policy: text("with the same rules and no lower numbers, or more tags that are kept", (before, after, { path }) =>
        before === undefined || keepsAtLeast(before, after)
          ? []
          : [`${code(path.join("."))}: other rules may delete images that are kept now`],
      ),
    },
  },
  aws_ecr_registry_scanning_configuration: {
    attributes: { scan_type: up("BASIC", "ENHANCED") },
  },
  aws_ecr_repository: {
    holds: "every image in it",
    create: { words: "it is still empty" },
    attributes: {
      name: fixed,
      image_tag_mutability: orNew(up("MUTABLE", "IMMUTABLE")),
      image_scanning_configuration: block({ scan_on_push: to(true) }),
      encryption_configuration: optionalBlock({ encryption_type: fixed, kms_key: ownKey }),
      force_delete: orNew(to(false, undefined)),
      ...tags,
    },
  },
  aws_ecr_repository_policy: {
    delete: withoutDenial,
    attributes: { policy: policy("resource") },
  },
  aws_iam_instance_profile: { attributes: tags },
  aws_iam_openid_connect_provider: { attributes: tags },
  aws_iam_policy: {
    attributes: { policy: policy("identity"), ...tags },
  },
  aws_iam_role: {
    create: forRules,
    attributes: {
      name: fixed,
      path: to("/"),
      description: free,
      max_session_duration: orNew(fewer),
      permissions_boundary: added,
      assume_role_policy: policy("trust"),
      ...tags,
    },
    shows: {
      managed_policy_arns: ofRole("policy_attachment", { policy_arn: [] }),
      inline_policy: ofRole("policy", { name: ["name"], policy: ["policy"] }),
    },
  },
  aws_iam_role_policy: {
    create: another("within the permission table", "aws_iam_role_policy", "role", "name"),
    delete: withoutDenial,
    attributes: { name: fixed, role: reference(["aws_iam_role.id", "aws_iam_role.name"]), policy: policy("identity") },
  },
  // No plan shows what an AWS policy allows, or what a policy in the account denies.
  aws_iam_role_policy_attachment: { attributes: {} },
  aws_imagebuilder_component: {
    ...versioned,
    delete: unused,
    forget: unused,
    attributes: { ...version, ...freely("data", "platform", "supported_os_versions", "change_description") },
  },
  aws_imagebuilder_container_recipe: {
    ...versioned,
    attributes: {
      ...version,
      ...freely("container_type", "parent_image", "platform_override", "working_directory", "dockerfile_template_data"),
      component: blocks({
        component_arn: reference(["aws_imagebuilder_component.arn"], awsComponent),
        parameter: blocks(freely("name", "value")),
      }),
      instance_configuration: block({
        image: free,
        block_device_mapping: blocks({
          ...freely("device_name", "no_device", "virtual_name"),
          ebs: block({
            encrypted: to("true", undefined),
            kms_key_id: ownKey,
            // Otherwise, each build leaves a volume behind.
            delete_on_termination: to("true", undefined),
            ...freely("volume_size", "volume_type", "iops", "throughput"),
          }),
        }),
      }),
      target_repository: block({ repository_name: reference(["aws_ecr_repository.name"]), service: to("ECR") }),
    },
  },
  aws_imagebuilder_distribution_configuration: {
    create: { words: "it pushes to a repository in the same plan" },
    attributes: {
      name: fixed,
      description: free,
      distribution: blocks(
        {
          region: ownRegion,
          container_distribution_configuration: block({
            ...freely("container_tags", "description"),
            target_repository: block({ repository_name: reference(["aws_ecr_repository.name"]), service: to("ECR") }),
          }),
        },
        "region",
      ),
      ...tags,
    },
  },
  aws_imagebuilder_image: {
    create: { words: "it builds a recipe in the same plan" },
    replace: { words: "it builds a recipe in the same plan" },
    attributes: { ...built, timeouts: free },
  },
  aws_imagebuilder_image_pipeline: {
    create: { words: "it builds a recipe in the same plan" },
    attributes: {
      ...built,
      name: fixed,
      description: free,
      status: { ...to("ENABLED"), drifts: true },
      // Of an image that is rebuilt with its parent image.
      schedule: orNothing(
        optionalBlock({ schedule_expression: present, ...freely("timezone", "pipeline_execution_start_condition") }),
        "; to nothing if an event rule in the same plan starts it",
        ({ plan, change }) => plan.isStarted(change.address),
      ),
    },
  },
  aws_imagebuilder_infrastructure_configuration: {
    attributes: {
      ...freely("description", "instance_types", "resource_tags"),
      key_pair: removed,
      terminate_instance_on_failure: to(true),
      instance_metadata_options: block({ http_tokens: to("required"), http_put_response_hop_limit: fewer }),
      ...tags,
    },
  },
  aws_imagebuilder_workflow: {
    ...versioned,
    delete: unused,
    forget: unused,
    attributes: { ...version, type: fixed, ...freely("data", "change_description") },
  },
  aws_s3_bucket: {
    holds: "every object in it",
    attributes: { force_destroy: to(false), ...tags },
    shows: {
      lifecycle_rule: ofBucket("lifecycle_configuration"),
      policy: ofBucket("policy"),
      server_side_encryption_configuration: ofBucket("server_side_encryption_configuration"),
      versioning: ofBucket("versioning"),
    },
  },
  aws_s3_bucket_lifecycle_configuration: {
    delete: { words: "objects are kept forever" },
    attributes: {
      rule: list({
        expiration: list({ days: longer }),
        noncurrent_version_expiration: list({ noncurrent_days: longer }),
      }),
    },
  },
  aws_s3_bucket_ownership_controls: {
    attributes: {
      bucket,
      rule: block({ object_ownership: up("ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced") }),
    },
  },
  aws_s3_bucket_policy: { attributes: { bucket, policy: policy("bucket") } },
  aws_s3_bucket_public_access_block: {
    attributes: {
      bucket,
      block_public_acls: to(true),
      block_public_policy: to(true),
      ignore_public_acls: to(true),
      restrict_public_buckets: to(true),
    },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    attributes: {
      bucket,
      rule: block({
        apply_server_side_encryption_by_default: block({
          sse_algorithm: up("AES256", "aws:kms", "aws:kms:dsse"),
          kms_master_key_id: addedKey,
        }),
        bucket_key_enabled: free,
      }),
    },
  },
  aws_s3_bucket_versioning: {
    attributes: { bucket, versioning_configuration: block({ status: to("Enabled") }) },
  },
  aws_sns_topic: {
    attributes: { display_name: free, ...tags },
    shows: { policy: { type: "aws_sns_topic_policy", by: "arn", named: "arn", parts: { policy: [] } } },
  },
  aws_sns_topic_policy: { attributes: { policy: policy("resource") } },
  // A new subscriber may be outside the account, and a removed one may miss important messages.
  aws_sns_topic_subscription: { attributes: {} },
};
