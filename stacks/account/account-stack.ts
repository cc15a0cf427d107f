import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addCheck, findingsOf } from "../../constructs/attach";
import { error, type Finding, hasErrors } from "@pipelines/findings/finding";
import { partitionOf } from "@pipelines/facts/regions";
import { list } from "@pipelines/findings/text";
import { FederatedRole, githubActions, type IdentityProvider } from "../../constructs/federated-role";
import { PrivateBucket } from "../../constructs/private-bucket";
import { stackPolicy } from "@pipelines/permissions/policy";
import {
  attachedPolicyLimit,
  managedPolicyLimit,
  policyLength,
  splitPolicy,
} from "@pipelines/permissions/split-policy";
import { readStackConfig, type StackConfig } from "@pipelines/permissions/stack-config";
import { type AccountRole, deployerOf, environmentRoles, ownRoles, roleName } from "./account-roles";
import { addBackend, stateOf } from "../environment/backend";
import { accountStackName, stateBucketName } from "@pipelines/image-definition/full-names";
import { EnvironmentStack } from "../environment/environment-stack";
import { addProvider, projectTags } from "../environment/provider";
import { readTrust, type ResolvedTrust, trustFile, type TrustSettings } from "./trust-settings";

/** Old states are for going back after an accident; later than this they are of no use. */
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
  /** The environments whose roles are made here. @default none */
  readonly environments?: readonly EnvironmentStack[];
  /** The identity providers to make: an account has each once, whatever the number of its regions. @default none */
  readonly providers?: readonly IdentityProvider[];
}

/**
 * What an account and region has before it has environments: the bucket of the Terraform states and, where somebody is
 * trusted, identity providers, and for each environment the roles that plan, deploy and operate it.
 *
 * Where GitHub is trusted, the state is in the bucket that the stack itself makes, so that workflows deploy it like any
 * other; docs/accounts.md has the first deploy. Elsewhere it is one small file without secrets, `state/<stack>.tfstate`,
 * which belongs into git. Its path is relative to the stack's folder in `cdktf.out`: the same file on every machine.
 */
export class AccountStack extends TerraformStack {
  public constructor(app: App, props: AccountStackProps) {
    const { account, region, project, trust = {}, environments = [], providers = [] } = props;
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
    const boundary =
      trust.permissionsBoundary && `arn:${partition}:iam::${account}:policy/${trust.permissionsBoundary}`;
    // A scope of its own, so that no environment's name meets an id of this stack.
    const scope = new Construct(this, "roles");
    const add = (role: AccountRole): void => {
      const { stack, purpose } = role;
      const props = { ...role, name: roleName(role), account, partition, permissionsBoundary: boundary };
      new FederatedRole(scope, `${stack}-${purpose}`, { ...props, description: descriptions[purpose](stack) });
      if (splitPolicy(role.policy).length > attachedPolicyLimit) addCheck(this, [tooLong(role)]);
    };
    for (const environment of environments) {
      const config = configOf(environment);
      const { uncovered } = stackPolicy(environment.node.id, config);
      if (uncovered.length > 0) addCheck(environment, [unknownTypes(environment.file, uncovered)]);
      const roles = environmentRoles(environment, config, trust, environmentsAfter(environment));
      for (const role of roles) add(role);
    }
    if (trust.github === undefined) return;
    for (const role of ownRoles(id, configOf(this), trust.github, boundary)) add(role);
  }

  /**
   * One stack for each account and region in which an environment of the app has its state or, where it is trusted to
   * somebody, its roles. To be called last: roles have the permissions of what the environments consist of by then.
   */
  public static forEnvironmentsOf(app: App, given: TrustSettings = {}): void {
    const { value: trust, findings } = readTrust(given);
    addCheck(app, findings);
    const places = new Map<string, AccountPlace & { readonly environments: EnvironmentStack[] }>();
    for (const environment of environmentsOf(app)) {
      const trusted = deployerOf(environment, trust) !== undefined || trust.github !== undefined;
      const home = homeOf(environment, trusted);
      // An environment may have taken the name, which its own checks report.
      if (home === undefined || app.node.tryFindChild(accountStackName(home)) !== undefined) continue;
      const place = places.get(accountStackName(home)) ?? { ...home, environments: [] };
      places.set(accountStackName(home), place);
      if (!trusted || hasErrors(findingsOf(environment))) continue;
      if (home.account === environment.place.account) place.environments.push(environment);
      else addCheck(environment, [foreignState(environment, home.account)]);
    }
    const made = new Set<string>();
    for (const place of places.values()) {
      const { account } = place;
      const neighbours = [...places.values()].filter((other) => other.account === account);
      const environments = neighbours.flatMap((each) => each.environments);
      const providers = made.has(account) ? [] : newProviders(account, environments, trust);
      made.add(account);
      new AccountStack(app, { ...place, trust, providers });
    }
  }
}

const descriptions = {
  plan: (stack: string) => `Plans ${stack}, and changes nothing`,
  deploy: (stack: string) => `Deploys ${stack}`,
  operate: (stack: string) => `Builds and promotes the images of ${stack}`,
} as const;

function environmentsOf(app: IConstruct): EnvironmentStack[] {
  return app.node.children.filter((child) => child instanceof EnvironmentStack);
}

/** Names of the environments that stand after this one in `main.ts`: images are promoted in this order. */
function environmentsAfter(environment: EnvironmentStack): string[] {
  const all = environmentsOf(environment.node.root);
  return all.slice(all.indexOf(environment) + 1).map(({ node }) => node.id);
}

/** Where the stack is that an environment needs: that of its state bucket; or its own account's, for its roles. */
function homeOf(
  { settings, place: { account, region } }: EnvironmentStack,
  trusted: boolean,
): AccountPlace | undefined {
  const state = stateOf(settings);
  if (state.kind === "s3" && state.bucket === stateBucketName(state)) {
    return { account: state.account, region: state.region, project: state.project };
  }
  return trusted ? { account, region, project: settings.project } : undefined;
}

/** Identity providers of these environments of an account that it does not have yet. */
function newProviders(
  account: string,
  environments: readonly EnvironmentStack[],
  trust: ResolvedTrust,
): IdentityProvider[] {
  const needed = [
    ...(trust.github === undefined ? [] : [githubActions]),
    ...environments.flatMap((environment) => deployerOf(environment, trust)?.provider ?? []),
  ];
  const byHost = new Map(needed.map((provider) => [provider.host, provider]));
  return [...byHost.values()].filter(({ host }) => {
    const settings = host === githubActions.host ? trust.github : trust.hcpTerraform;
    return settings?.existingProviders.includes(account) !== true;
  });
}

/** The config as it will be written. */
function configOf(stack: TerraformStack): StackConfig {
  return readStackConfig(JSON.stringify(stack.toTerraform()));
}

function unknownTypes(file: string, types: readonly string[]): Finding {
  return error({ file }, "IB-ROLE-PERMISSIONS", {
    found: `resources of ${list(types)}, for which the role that deploys would have no permissions`,
    allowed: "types of resources whose actions are in packages/permissions/actions.ts",
    fix: `add ${list(types)} there`,
  });
}

function tooLong(role: AccountRole): Finding {
  return error({ file: trustFile, field: "trust" }, "IB-ROLE-POLICY", {
    found: `the policy of ${roleName(role)} has ${policyLength(role.policy)} characters`,
    allowed: `${attachedPolicyLimit} managed policies of ${managedPolicyLimit} each`,
    fix: "split the environment into two, with some of its images each",
  });
}

function foreignState({ file }: EnvironmentStack, account: string): Finding {
  return error({ file, field: "state.s3.account" }, "IB-TRUST-STATE", {
    found: `the state is in account ${account}, which no role of this environment's account reaches`,
    allowed: "a state in the environment's own account, where stacks/accounts.ts has trust",
    fix: "leave state.s3.account out",
  });
}
