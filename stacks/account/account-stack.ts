import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { type App, LocalBackend, TerraformOutput, TerraformResource, type TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addCheck, findingsOf } from "../../constructs/attach";
import { error, type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { partitionOf } from "@pipelines/facts/regions";
import { list, quote } from "@pipelines/findings/text";
import {
  FederatedRole,
  githubActions,
  hcpTerraform,
  type IdentityProvider,
  trustPolicy,
} from "../../constructs/federated-role";
import { PrivateBucket } from "../../constructs/private-bucket";
import { builtInTypes, isKnownType } from "@pipelines/permissions/permission-table";
import { beginAlike, stackPolicy, type StackPolicy } from "@pipelines/permissions/policy";
import {
  attachedPolicyLimit,
  managedPolicyLimit,
  policyLength,
  splitPolicy,
  trustPolicyLimits,
} from "@pipelines/permissions/split-policy";
import { readStackConfig, type StackConfig } from "@pipelines/permissions/stack-config";
import { type AccountRole, deployerOf, environmentRoles, ownRoles, roleName, tellsJobsApart } from "./account-roles";
import { addBackend, stateOf, stateOwner } from "../environment/backend";
import { accountStackName, stateBucketName } from "@pipelines/image-definition/full-names";
import { endEnvironments } from "../environment/environment-stack";
import { ImageStack } from "../environment/image-stack";
import { addProvider, projectTags } from "../environment/provider";
import { ResolvedOnce } from "../synthesis/resolved-once";
import { readTrust, type ResolvedTrust, trustFile, type TrustSettings } from "./trust-settings";

/** Old states are kept for recovery after an accident; after this time they are no longer useful. */
const keepOldStatesDays = 90;

interface AccountPlace {
  readonly account: string;
  readonly region: string;
  /** Name of the project, if it has one. */
  readonly project?: string | undefined;
}

export interface AccountStackProps extends AccountPlace {
  /** @default nobody */
  readonly trust?: ResolvedTrust;
  /** The environments whose roles are created here. @default none */
  readonly environments?: readonly ImageStack[];
  /** All environments in the account, in any region. @default `environments` */
  readonly neighbours?: readonly ImageStack[];
  /** The identity providers to create. An account can have only one of each, regardless of the region. @default none */
  readonly providers?: readonly IdentityProvider[];
  /** The identity providers that the deploy role for this stack may change. @default `providers` */
  readonly changeableProviders?: readonly IdentityProvider[];
}

/**
 * What an account and region needs before it has environments: the bucket for Terraform states and, if GitHub or HCP
 * Terraform is trusted, identity providers and, for each environment, the roles that plan, deploy and operate it.
 *
 * If GitHub is trusted, the state is in the bucket that the stack itself creates, so that workflows deploy the stack
 * like any other; docs/accounts.md describes the first deploy. Otherwise the state is a small file without secrets,
 * `state/<stack>.tfstate`, which belongs in git. Its path is relative to the stack's folder in `cdktf.out`, so it is
 * the same file on every machine.
 */
export class AccountStack extends ResolvedOnce {
  public constructor(app: App, props: AccountStackProps) {
    const { account, region, project, trust = {}, providers = [] } = props;
    const id = accountStackName(props);
    super(app, id);
    const partition = partitionOf(region);
    addProvider(this, { account, region, tags: projectTags });
    if (trust.github === undefined) new LocalBackend(this, { path: `../../../state/${id}.tfstate` });
    else addBackend(this, { environment: id, account, region, state: { s3: {} }, project });
    const name = stateBucketName(props);
    new PrivateBucket(this, "state", {
      name,
      partition,
      forceDestroy: false,
      preventDestroy: true,
      expireOldVersionsAfterDays: keepOldStatesDays,
    });
    new TerraformOutput(this, "state_bucket", { value: name, description: "Bucket of the Terraform states" });

    for (const { host, audience } of providers) {
      new IamOpenidConnectProvider(this, host, { url: `https://${host}`, clientIdList: [audience] });
    }
    this.addRoles(props, id);
  }

  private addRoles(
    { account, region, trust = {}, environments = [], neighbours = environments, ...props }: AccountStackProps,
    id: string,
  ): void {
    const partition = partitionOf(region);
    const boundary =
      trust.permissionsBoundary && `arn:${partition}:iam::${account}:policy/${trust.permissionsBoundary}`;
    // A separate scope, so that an environment's name cannot collide with an ID in this stack.
    const scope = new Construct(this, "roles");
    const add = (role: AccountRole): void => {
      const { stack, purpose } = role;
      const described = {
        ...role,
        name: roleName(role),
        account,
        partition,
        permissionsBoundary: boundary,
        description: descriptions[purpose](stack),
      };
      new FederatedRole(scope, `${stack}-${purpose}`, described);
      addCheck(this, checkSize(role, trustPolicy(described)));
    };
    const configs = new Map<ImageStack, StackConfig>();
    const configOnce = (environment: ImageStack): StackConfig => {
      const config = configs.get(environment) ?? configOf(environment);
      configs.set(environment, config);
      return config;
    };
    for (const environment of environments) {
      const { file, node } = environment;
      const config = configOnce(environment);
      addCheck(environment, missingPermissions(file, node.id, stackPolicy(node.id, config)));
      const others = neighbours.filter(
        (other) => other !== environment && (areTogether(environment, other) || beginAlike(node.id, other.node.id)),
      );
      const alike = new Map(others.map((other) => [other.node.id, configOnce(other)]));
      for (const role of environmentRoles(environment, config, trust, environmentsAfter(environment), alike)) add(role);
    }
    if (trust.github === undefined) return;
    const own = configOf(this);
    addCheck(this, missingPermissions("stacks/account/account-stack.ts", id, stackPolicy(id, own)));
    const changeable = props.changeableProviders ?? props.providers ?? [];
    for (const role of ownRoles(id, own, trust.github, boundary, changeable)) add(role);
  }

  /**
   * Creates one stack for each account and region in which an environment in the app has its state or, if a CI provider
   * is trusted, its roles. Call it last: the roles get permissions for what the environments contain at that point.
   */
  public static forEnvironmentsOf(app: App, given: TrustSettings = {}): void {
    const { value: trust, findings } = readTrust(given);
    addCheck(app, findings);
    endEnvironments(app);
    const places = new Map<string, AccountPlace & { readonly environments: ImageStack[] }>();
    const sound = soundOf(app);
    for (const environment of environmentsOf(app)) {
      const trusted = deployerOf(environment, trust) !== undefined || trust.github !== undefined;
      const home = homeOf(environment, trusted);
      if (!trusted) addCheck(environment, unknownTypesOf(environment));
      // An environment may already use the name; its own checks report that.
      if (home === undefined || app.node.tryFindChild(accountStackName(home)) !== undefined) continue;
      const place = places.get(accountStackName(home)) ?? { ...home, environments: [] };
      places.set(accountStackName(home), place);
      if (!trusted || !sound.includes(environment)) continue;
      const state = stateOf(stateOwner(environment.settings, environment.group));
      if (state.kind === "s3" && state.account !== environment.place.account) {
        addCheck(environment, [foreignState(environment, state.account)]);
      } else place.environments.push(environment);
    }
    addCheck(app, checkPartitions([...places.values()], trust));
    const made = new Set<string>();
    const reachable = soundOf(app);
    for (const place of places.values()) {
      const { account } = place;
      const neighbours = [...places.values()].filter((other) => other.account === account);
      const environments = neighbours.flatMap((each) => each.environments);
      const isFirst = !made.has(account);
      made.add(account);
      new AccountStack(app, {
        ...place,
        trust,
        neighbours: reachable.filter((each) => each.place.account === account),
        providers: isFirst ? providersOf(account, environments, trust) : [],
        // Includes HCP Terraform's provider even before any environment has its state there.
        changeableProviders: isFirst
          ? providersOf(account, environments, trust, trust.hcpTerraform && hcpTerraform())
          : [],
      });
    }
  }
}

const descriptions = {
  plan: (stack: string) => `Plans ${stack}, and changes nothing`,
  deploy: (stack: string) => `Deploys ${stack}`,
  operate: (stack: string) => `Builds and promotes the images of ${stack}`,
  read: (stack: string) => `Reads the images of ${stack}, to promote them`,
} as const;

function environmentsOf(app: IConstruct): ImageStack[] {
  return app.node.children.filter((child) => child instanceof ImageStack);
}

/** Reports whether two stacks belong to the same environment. */
function areTogether({ settings }: ImageStack, other: ImageStack): boolean {
  return settings === other.settings;
}

/**
 * Returns the names of the stacks for environments that come after this one in `main.ts`, which lists them in promotion
 * order.
 */
function environmentsAfter(environment: ImageStack): string[] {
  const all = environmentsOf(environment.node.root);
  const last = all.findLastIndex((other) => areTogether(environment, other));
  return all.slice(last + 1).map(({ node }) => node.id);
}

/**
 * Returns the accounts and regions of the account stacks that an environment needs: those of its state bucket and, for
 * its roles, its own.
 */
function homeOf(
  { settings, group, place: { account, region } }: ImageStack,
  trusted: boolean,
): AccountPlace | undefined {
  const state = stateOf(stateOwner(settings, group));
  if (state.kind === "s3" && state.bucket === stateBucketName(state)) {
    return { account: state.account, region: state.region, project: state.project };
  }
  return trusted ? { account, region, project: settings.project } : undefined;
}

/**
 * Returns the identity providers for these environments in an account, plus an optional extra one, without those that
 * already exist.
 */
function providersOf(
  account: string,
  environments: readonly ImageStack[],
  trust: ResolvedTrust,
  more?: IdentityProvider,
): IdentityProvider[] {
  const needed = [
    ...(trust.github === undefined ? [] : [githubActions]),
    ...(more === undefined ? [] : [more]),
    ...environments.flatMap((environment) => deployerOf(environment, trust)?.provider ?? []),
  ];
  const byHost = new Map(needed.map((provider) => [provider.host, provider]));
  return [...byHost.values()].filter(({ host }) => {
    const settings = host === githubActions.host ? trust.github : trust.hcpTerraform;
    return settings?.existingProviders.includes(account) !== true;
  });
}

/** Returns the config as it will be written. */
function configOf(stack: TerraformStack): StackConfig {
  return readStackConfig(JSON.stringify(stack.toTerraform()));
}

/** Stacks that can be synthesized, together with all others of their environment. */
function soundOf(app: App): ImageStack[] {
  const all = environmentsOf(app);
  // Problems with a group are reported for its environment.
  const wrong = new Set(all.filter((stack) => hasErrors(findingsOf(stack))).map(({ settings }) => settings));
  return all.filter(({ settings }) => !wrong.has(settings));
}

/** Returns findings for resources that the deploy role of their stack could not create. */
function missingPermissions(file: string, stack: string, { unknown, unreached }: StackPolicy): Finding[] {
  const findings = unknown.length === 0 ? [] : [unknownTypes(error, file, unknown)];
  if (unreached.length === 0) return findings;
  return [
    ...findings,
    error({ file }, "IB-ROLE-PERMISSIONS", {
      found: `${list(unreached)}, for which the deploy role has no permissions`,
      allowed: `names that begin with ${quote(`${stack}-`)}, or for log groups with ${quote(`/aws/imagebuilder/${stack}-`)}`,
      fix: "change the name",
    }),
  ];
}

/**
 * Returns findings for resource types that have no permissions, in an environment that no role deploys: the policies
 * that its deployers export lack these permissions.
 */
function unknownTypesOf(environment: ImageStack): Finding[] {
  const types = environment.node
    .findAll()
    .filter((construct) => TerraformResource.isTerraformResource(construct))
    .map((resource) => resource.terraformResourceType)
    .filter((type) => !isKnownType(type) && !builtInTypes.includes(type));
  return types.length === 0 ? [] : [unknownTypes(warning, environment.file, [...new Set(types)].sort())];
}

function unknownTypes(severity: typeof error | typeof warning, file: string, types: readonly string[]): Finding {
  return severity({ file }, "IB-ROLE-PERMISSIONS", {
    found: `resources of ${list(types)}, for which no role that deploys has permissions`,
    allowed: "resource types in packages/permissions/permission-table.ts",
    fix: `add ${list(types)} there`,
  });
}

/** Returns findings for roles that IAM would reject because they are too long. */
function checkSize(role: AccountRole, trust: string): Finding[] {
  const at = { file: trustFile, field: "trust" };
  const findings: Finding[] = [];
  if (splitPolicy(role.policy).length > attachedPolicyLimit) {
    findings.push(
      error(at, "IB-ROLE-POLICY", {
        found: `the policy of ${roleName(role)} has ${policyLength(role.policy)} characters`,
        allowed: `${attachedPolicyLimit} managed policies of ${managedPolicyLimit} each`,
        fix: "split its images into groups: docs/groups.md",
      }),
    );
  }
  const { usual, most } = trustPolicyLimits;
  if (trust.length > usual) {
    findings.push(
      (trust.length > most ? error : warning)(at, "IB-TRUST-SIZE", {
        found: `the trust policy of ${roleName(role)} has ${trust.length} characters`,
        allowed: `${usual}, or up to ${most} if the account's quota has been raised`,
        fix: "list fewer workflow files, or remove former",
      }),
    );
  }
  return findings;
}

/** Returns a finding about jobs that roles cannot tell apart in partitions where STS checks fewer claims. */
function checkPartitions(places: readonly AccountPlace[], { github }: ResolvedTrust): Finding[] {
  if (github === undefined) return [];
  const partitions = new Set(places.map(({ region }) => partitionOf(region)));
  return [...partitions]
    .filter((partition) => !tellsJobsApart(partition))
    .map((partition) =>
      warning({ file: trustFile, field: "trust.github" }, "IB-TRUST-PARTITION", {
        found: `roles in ${partition} trust every workflow file, and every branch whose jobs name the roles' GitHub environment`,
        allowed:
          "conditions on file and branch only in the partition aws: elsewhere, AWS checks only subject and audience",
        fix: `let these GitHub environments deploy from the branch ${github.branch} only, and require reviewers`,
      }),
    );
}

function foreignState({ file }: ImageStack, account: string): Finding {
  return error({ file, field: "state.s3.account" }, "IB-TRUST-STATE", {
    found: `the state is in account ${account}, which no role in this environment's account can reach`,
    allowed: "a state in the environment's own account, if stacks/accounts.ts has trust",
    fix: "leave state.s3.account out",
  });
}
