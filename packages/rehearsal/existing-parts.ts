import type { ExistingPart } from "@pipelines/local-aws/existing";
import { placeOf, unescape, type Block, type StackConfig } from "@pipelines/permissions/stack-config";

/** Managed policies that every environment uses, which are not worth listing. */
const ordinary = /:aws:policy\/(?:AmazonSSMManagedInstanceCore|EC2InstanceProfileForImageBuilder\w*)$/;

/**
 * Returns what a stack refers to but does not create, except repositories. Such a name is literal text, whereas
 * anything the stack creates is a reference (`${…}`).
 */
export function existingParts(config: StackConfig): ExistingPart[] {
  const { account, region } = placeOf(config);
  const all = (type: string): Block[] => Object.values(config.resource[type] ?? {});
  const texts = (type: string, attribute: string): string[] => all(type).flatMap((block) => text(block[attribute]));
  const inner = (type: string, block: string, attribute: string): string[] =>
    all(type).flatMap((one) => ((one[block] ?? []) as readonly Block[]).flatMap((each) => text(each[attribute])));
  const parts = (kind: ExistingPart["kind"], names: readonly string[]): ExistingPart[] =>
    names.map((name) => ({ kind, name }));
  const builders = ["image_pipeline", "image"].map((name) => `aws_imagebuilder_${name}`);
  const targets = texts("aws_cloudwatch_event_target", "arn");
  const made = texts("aws_ecr_repository", "name");
  const registry = new RegExp(`^${account}\\.dkr\\.ecr\\.${region}\\.[^/]+/([^:@]+)`);
  const parents = texts("aws_imagebuilder_container_recipe", "parent_image").filter(
    (name) => isOfAccount(name) || /^\d{12}\.dkr\.ecr\./.test(name),
  );
  const found = [
    ...parts("policy", [
      ...texts("aws_iam_role", "permissions_boundary"),
      ...texts("aws_iam_role_policy_attachment", "policy_arn").filter((arn) => !ordinary.test(arn)),
    ]),
    ...parts("role", rolesOf(config, account)),
    ...parts("instance profile", texts("aws_imagebuilder_infrastructure_configuration", "instance_profile_name")),
    ...parts("key pair", texts("aws_imagebuilder_infrastructure_configuration", "key_pair")),
    ...parts("topic", [
      ...texts("aws_imagebuilder_infrastructure_configuration", "sns_topic_arn"),
      ...targets.filter((arn) => /^arn:[^:]+:sns:/.test(arn)),
    ]),
    ...parts(
      "event bus",
      targets.filter((arn) => /^arn:[^:]+:events:.*:event-bus\//.test(arn)),
    ),
    ...parts(
      "parent image",
      parents.filter((name) => !made.includes(registry.exec(name)?.[1] ?? "")),
    ),
    ...parts("component", inner("aws_imagebuilder_container_recipe", "component", "component_arn").filter(isOfAccount)),
    ...parts("workflow", builders.flatMap((type) => inner(type, "workflow", "workflow_arn")).filter(isOfAccount)),
    ...parts("object", [
      ...texts("aws_imagebuilder_container_recipe", "dockerfile_template_uri"),
      ...["component", "workflow"].flatMap((type) => texts(`aws_imagebuilder_${type}`, "uri")),
    ]),
    ...parts(
      "key",
      Object.keys(config.resource).flatMap((type) =>
        ["kms_key_id", "kms_key_arn"].flatMap((name) => texts(type, name)),
      ),
    ),
  ];
  return [...new Map(found.map((part) => [`${part.kind} ${part.name}`, part])).values()];
}

/** Returns roles in the account that the stack trusts or uses by ARN, but does not create. */
function rolesOf({ resource }: StackConfig, account: string): string[] {
  // Permission policies also contain names of roles, but those roles need not exist.
  const rest = Object.entries(resource).filter(([type]) => !/^aws_iam_(role_)?policy$/.test(type));
  const arn = new RegExp(
    `arn:aws[a-z-]*:iam::${account}:role/(?!aws-service-role/)[\\w+=,.@/-]+(?![\\w+=,.@/*?$-])`,
    "g",
  );
  const arns = JSON.stringify(rest).match(arn) ?? [];
  const made = Object.values(resource["aws_iam_role"] ?? {}).flatMap(({ name }) => text(name));
  return arns.filter((each) => !made.includes(each.split("/").at(-1) ?? ""));
}

/** Returns an attribute if it is literal text and not a reference. */
function text(value: unknown): string[] {
  return typeof value === "string" && value !== "" && !/(?<!\$)\$\{/.test(value) ? [unescape(value)] : [];
}

/** Reports whether an Image Builder ARN is not Amazon's. */
function isOfAccount(arn: string): boolean {
  return /^arn:[^:]+:imagebuilder:[^:]*:\d{12}:/.test(arn);
}
