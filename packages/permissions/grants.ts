import { foldName } from "@pipelines/facts/names";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import type { PolicyContext } from "./policy-context";
import { type Condition, sorted } from "./policy-document";
import { isProtected, repositoryArn, repositoryName, type Block } from "./stack-config";

type Actions = readonly `${string}:${string}`[];

/** Actions allowed on the same ARNs. Grants with the same `sid` become one statement. */
export interface Grant {
  readonly sid: string;
  /** Actions that a deploy calls. */
  readonly deploy?: Actions;
  /** Actions that a plan calls. @default the deploy actions that change nothing */
  readonly plan?: Actions;
  /** Actions that the commands for a running environment call. */
  readonly operate?: Actions;
  /**
   * Actions that a promotion calls in the environment that the image comes from. @default the commands' actions that
   * change nothing
   */
  readonly read?: Actions;
  /** ARNs, in which `*` stands for any characters. */
  readonly on: (context: PolicyContext) => readonly string[];
  readonly condition?: (context: PolicyContext) => Condition;
}

/** The actions and ARNs that IAM must allow for one type of resource. */
export interface ResourceType {
  /** The actions needed to create, read, change and destroy a resource, as the AWS provider calls them. */
  readonly actions: Actions;
  /** The action that is left out if deletion protection is on. */
  readonly destroy?: string;
  /** ARNs of a resource; if it has none of its own, the ARNs of the resource that it belongs to. */
  readonly arns: (block: Block, context: PolicyContext) => readonly string[];
  readonly grants: readonly Grant[];
}

/** Whether an action is read-only. */
export function isRead(action: string): boolean {
  return /:(Get|List|Describe|BatchGet|BatchCheck)/.test(action);
}

/** Whether an action is needed to find and remove something. */
export function removes(action: string): boolean {
  return isRead(action) || /:(Delete|Remove|Detach|Unsubscribe)/.test(action);
}

/** How a type gets its ARNs: `attribute` refers to the resource that it belongs to, if it has none of its own. */
interface Belonging {
  readonly attribute?: string;
}

function ownerOf(block: Block, { attribute }: Belonging, context: PolicyContext): Block {
  return attribute === undefined ? block : (context.referred(block[attribute]) ?? {});
}

interface Prefixed extends Belonging {
  readonly sid: string;
  readonly operate?: Actions;
  /** Names of all resources in a stack; `$` stands for the stack's name. @default `$-*` */
  readonly names?: readonly string[];
  /**
   * The same for an environment with groups: the names that belong to one image, and the names of the resources that
   * its images share, without the environment's prefix.
   */
  readonly grouped: {
    readonly ofImage: (name: string, context: PolicyContext) => readonly string[];
    readonly shared?: readonly string[];
  };
  readonly arn: (name: string, context: PolicyContext) => string;
  /** What separates a resource's ARN from the names of its parts, such as `/` before a version. */
  readonly separator?: string;
  /** Actions for which the service has no ARN. */
  readonly unscoped?: { readonly sid: string; readonly actions: Actions };
}

/** Returns an ARN and a pattern for its parts. */
export function withParts(arn: string, separator: string | undefined): string[] {
  return separator === undefined ? [arn] : [arn, `${arn}${separator}*`];
}

/** A type whose names start with the stack's name, so that a new resource needs no new permission. */
export function prefixed(actions: Actions, row: Prefixed, ...more: readonly Grant[]): ResourceType {
  const { sid, operate = [], names = ["$-*"], grouped, arn, separator, unscoped = { sid: "", actions: [] } } = row;
  const on = (context: PolicyContext): string[] => {
    const { stack, environment, images, isWhole } = context;
    if (images === undefined) return names.map((name) => arn(name.replace("$", stack), context));
    const shared = isWhole ? (grouped.shared ?? []) : [];
    return [
      ...images.flatMap((name) => grouped.ofImage(name, context)),
      ...shared.flatMap((name) => withParts(arn(`${environment}-${name}`, context), separator)),
    ];
  };
  return {
    actions: [...actions, ...unscoped.actions],
    arns: (block, context) => withParts(arn(String(ownerOf(block, row, context)["name"]), context), separator),
    grants: [
      { sid, deploy: actions, operate, on },
      { sid: unscoped.sid, deploy: unscoped.actions, on: () => ["*"] },
      ...more,
    ],
  };
}

/** An Image Builder type. `kind`: the part of its ARNs before the name. */
export function imageBuilder(
  kind: string,
  actions: Actions,
  row: Partial<Pick<Prefixed, "operate" | "attribute" | "grouped">> = {},
  ...more: readonly Grant[]
): ResourceType {
  return prefixed(
    [...actions, "imagebuilder:TagResource", "imagebuilder:UntagResource"],
    {
      // All kinds share one statement, with `*` for the kind: policies that list each kind would be too long.
      grouped: {
        ofImage: (name, context) =>
          ["", "/*", "-*"].map((end) => context.arn("imagebuilder", `*/${foldName(name)}${end}`)),
      },
      ...row,
      sid: "ImageBuilder",
      arn: (name, context) => context.arn("imagebuilder", `${kind}/${foldName(name)}`),
      separator: "/",
    },
    ...more,
  );
}

/** Returns the actions that all Image Builder types have. */
export function life<T extends string>(name: T) {
  return [`imagebuilder:Create${name}`, `imagebuilder:Get${name}`, `imagebuilder:Delete${name}`] as const;
}

/** A type whose resources are each allowed by their own ARN. */
export function exact(
  type: string,
  sid: string,
  arn: (block: Block, context: PolicyContext) => string,
  actions: Actions,
): ResourceType {
  const on = (context: PolicyContext): string[] => context.all(type).map((block) => arn(block, context));
  return { actions, arns: (block, context) => [arn(block, context)], grants: [{ sid, deploy: actions, on }] };
}

/** A type for which IAM has no ARN. */
export function withoutArn(
  actions: Actions,
  sid: string,
  isNeeded: (context: PolicyContext) => boolean,
  ...more: readonly Grant[]
): ResourceType {
  return {
    actions,
    arns: () => ["*"],
    grants: [{ sid, deploy: actions, on: (context) => (isNeeded(context) ? ["*"] : []) }, ...more],
  };
}

/** ARN of an IAM object that has a path and a name. */
export function pathArn(kind: string): (block: Block, context: PolicyContext) => string {
  return ({ path, name }, context) => context.iam(`${kind}${typeof path === "string" ? path : "/"}${String(name)}`);
}

const destroyBucket = "s3:DeleteBucket";

/** A bucket, or something that belongs to one. */
export function bucket(actions: Actions, belonging: Belonging = {}, ...more: readonly Grant[]): ResourceType {
  const arn = (block: Block, context: PolicyContext): string => context.bucketArn(block["bucket"]);
  return {
    actions,
    destroy: destroyBucket,
    arns: (block, context) => [arn(ownerOf(block, belonging, context), context)],
    grants: [...unlessProtected("aws_s3_bucket", "Buckets", actions, destroyBucket, arn), ...more],
  };
}

/** What is allowed on resources that contain data: everything, except destroying them if they are protected. */
function unlessProtected(
  type: string,
  sid: string,
  actions: Actions,
  destroy: string,
  arn: (block: Block, context: PolicyContext) => string,
): Grant[] {
  const on = (isIncluded: (block: Block) => boolean) => (context: PolicyContext) =>
    context
      .all(type)
      .filter(isIncluded)
      .map((block) => arn(block, context));
  return [
    { sid, deploy: actions, on: on((block) => !isProtected(block)) },
    { sid: `Protected${sid}`, deploy: without(actions, destroy), on: on(isProtected) },
  ];
}

const destroyRepository = "ecr:DeleteRepository";

/** A repository, or something that belongs to one. */
export function repository(actions: Actions, belonging: Belonging = {}, ...more: readonly Grant[]): ResourceType {
  const former = ({ config, former }: PolicyContext): string[] =>
    former.repositories.map((name) => repositoryArn(config, name));
  const every = ({ config }: PolicyContext): string[] =>
    config.provider.aws.map(({ alias }) => repositoryArn(config, regionalName("*", alias)));
  return {
    actions,
    destroy: destroyRepository,
    arns: (block, context) => [ownRepositoryArn(ownerOf(block, belonging, context), context)],
    grants: [
      ...unlessProtected("aws_ecr_repository", "Repositories", actions, destroyRepository, ownRepositoryArn).map(
        (grant) => ({ ...grant, plan: [] }),
      ),
      // Another branch may have deployed more of them, so a plan may read all of them.
      { sid: "Repositories", plan: actions.filter(isRead), on: every },
      { sid: "FormerRepositories", deploy: actions.filter(isRead), plan: [], on: former },
      {
        sid: "FormerRepositories",
        deploy: actions.filter(removes),
        plan: [],
        on: (context) => (context.all("aws_ecr_repository").some(isProtected) ? [] : former(context)),
      },
      ...more,
    ],
  };
}

export function ownRepositoryArn(block: Block, { config }: PolicyContext): string {
  return repositoryArn(config, repositoryName(block));
}

const roleArn = pathArn("role");

/** Roles that a stack may have had for notifications, rebuilds and workflows; `$` stands for the stack's name. */
const formerRoles = ["$-image-events-*", "$-image-rebuilds*", "imageBuilder/$-image-builder-workflows"];

/**
 * A role, or something that belongs to one. `bindable`: actions that are conditional on a permissions boundary, if
 * roles have one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
export function role(actions: Actions, bindable: Actions, belonging: Belonging = {}): ResourceType {
  const boundaryActions = belonging.attribute === undefined ? (["iam:PutRolePermissionsBoundary"] as const) : [];
  return {
    actions: [...actions, ...bindable],
    arns: (block, context) => [roleArn(ownerOf(block, belonging, context), context)],
    grants: [
      { sid: "Roles", deploy: actions, on: allRoles },
      { sid: "Roles", deploy: bindable, on: (context) => (boundaries(context).length > 0 ? [] : allRoles(context)) },
      {
        // Anyone who may write a role's policies can do whatever those policies allow; a boundary limits this.
        sid: "RolesInBounds",
        deploy: [...bindable, ...boundaryActions],
        on: (context) => (boundaries(context).length > 0 ? allRoles(context) : []),
        condition: (context) => ({ ArnEquals: inBounds(context) }),
      },
      {
        sid: "FormerRoles",
        deploy: [...actions, ...bindable].filter(removes),
        on: (context) =>
          context.makesImages && context.isWhole
            ? formerRoles.map((name) => context.iam(`role/${name.replace("$", context.environment)}`))
            : [],
      },
    ],
  };
}

export function allRoles(context: PolicyContext): string[] {
  return context.all("aws_iam_role").map((block) => roleArn(block, context));
}

function boundaries(context: PolicyContext): string[] {
  const named = context.all("aws_iam_role").map((block) => block["permissions_boundary"]);
  return sorted(named.filter((arn): arn is string => typeof arn === "string"));
}

/** Returns the condition that a role has one of the stack's permissions boundaries, if its roles have any. */
export function inBounds(context: PolicyContext): Condition[string] {
  const arns = boundaries(context);
  return arns.length === 0 ? {} : { "iam:PermissionsBoundary": arns };
}

/** Allows passing the stack's roles that trust a service, and some other roles, to that service. */
export function passing(sid: string, service: string, more: (context: PolicyContext) => readonly string[]): Grant {
  return {
    sid,
    deploy: ["iam:PassRole"],
    on: (context) => [
      ...context
        .all("aws_iam_role")
        .filter((block) => String(block["assume_role_policy"]).includes(`"${service}`))
        .map((block) => roleArn(block, context)),
      ...more(context),
    ],
    condition: ({ partition }) => {
      // In China, EC2 has its own service domain; AWS does not document which of the two IAM receives there.
      const inChina = partition === "aws-cn" && service === "ec2.amazonaws.com" ? [`${service}.cn`] : [];
      return { StringEquals: { "iam:PassedToService": [service, ...inChina] } };
    },
  };
}

/** A role that a service creates for itself on the caller's behalf. */
export function serviceLinkedRole(
  sid: string,
  service: string,
  name: string,
  isNeeded: (context: PolicyContext) => boolean,
): Grant {
  return {
    sid,
    deploy: ["iam:CreateServiceLinkedRole"],
    on: (context) => (isNeeded(context) ? [context.iam(`role/aws-service-role/${service}/${name}`)] : []),
    condition: () => ({ StringEquals: { "iam:AWSServiceName": service } }),
  };
}

function without(actions: Actions, other: string): Actions {
  return actions.filter((action) => action !== other);
}
