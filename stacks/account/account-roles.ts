import { partitionOf } from "@pipelines/facts/regions";
import {
  type Claims,
  type FederatedRoleProps,
  githubActions,
  hcpTerraform,
  type IdentityProvider,
} from "../../constructs/federated-role";
import { operatePolicy } from "@pipelines/permissions/operate-policy";
import { stackPolicy } from "@pipelines/permissions/policy";
import { placeOf, type StackConfig } from "@pipelines/permissions/stack-config";
import { stateOf } from "../environment/backend";
import type { EnvironmentStack } from "../environment/environment-stack";
import type { ResolvedTrust } from "./trust-settings";

/** A role that the account's stack makes. */
export interface AccountRole extends Pick<FederatedRoleProps, "provider" | "claims" | "policy" | "maxSessionSeconds"> {
  /** The stack that it plans or deploys, or the environment whose images it builds and promotes. */
  readonly stack: string;
  readonly purpose: "plan" | "deploy" | "operate";
}

/** The workflows know a role by this name. */
export function roleName({ stack, purpose }: Pick<AccountRole, "stack" | "purpose">): string {
  return `${stack}-image-pipelines-${purpose}`;
}

/** Who plans and deploys a stack. */
interface Deployer {
  readonly provider: IdentityProvider;
  readonly claims: { readonly plan: Claims; readonly deploy: Claims };
}

/** Seconds. IAM's least is an hour; for builds as long as GitHub lets a job run. */
const sessions = { short: 3600, build: 6 * 3600 } as const;

type Github = NonNullable<ResolvedTrust["github"]>;

/**
 * Claims of jobs in GitHub's environments of these names, on the branch that is deployed from. Without the branch, a
 * pull request could name an environment that does not exist, which GitHub then makes, without any protection.
 */
function jobClaims({ repository, branch }: Github, ...environments: readonly string[]): Claims {
  const sub = environments.map((environment) => `repo:${repository}:environment:${environment}`);
  return { sub, ref: [`refs/heads/${branch}`] };
}

/** A GitHub repository as the deployer of a stack: plans are for pull requests too. */
function githubDeployer(github: Github, stack: string): Deployer {
  const { repository, branch } = github;
  const plan = { sub: [`repo:${repository}:pull_request`, `repo:${repository}:ref:refs/heads/${branch}`] };
  return { provider: githubActions, claims: { plan, deploy: jobClaims(github, stack) } };
}

/** Who deploys an environment: GitHub, or HCP Terraform where its state is there; undefined where that is not trusted. */
export function deployerOf({ settings }: EnvironmentStack, trust: ResolvedTrust): Deployer | undefined {
  const state = stateOf(settings);
  if (state.kind === "s3") return trust.github && githubDeployer(trust.github, settings.environment);
  const { organization, workspace, hostname } = state;
  if (organization !== trust.hcpTerraform?.organization) return undefined;
  const run = `organization:${organization}:project:${trust.hcpTerraform.project}:workspace:${workspace}:run_phase`;
  return {
    provider: hcpTerraform(hostname),
    claims: { plan: { sub: [`${run}:plan`] }, deploy: { sub: [`${run}:apply`] } },
  };
}

/**
 * The roles of an environment.
 *
 * @param later the environments that images are promoted to from this one: their jobs read it
 */
export function environmentRoles(
  environment: EnvironmentStack,
  config: StackConfig,
  trust: ResolvedTrust,
  later: readonly string[],
): AccountRole[] {
  const stack = environment.node.id;
  const deployer = deployerOf(environment, trust);
  const roles = deployer === undefined ? [] : deployRoles(stack, config, deployer, environment.formerRepositories);
  if (trust.github === undefined) return roles;
  const claims = jobClaims(trust.github, stack, ...later);
  const policy = operatePolicy(stack, config);
  return [
    ...roles,
    { stack, purpose: "operate", provider: githubActions, claims, policy, maxSessionSeconds: sessions.short },
  ];
}

/**
 * The roles that plan and deploy the account's stack itself.
 *
 * They reach the account's roles of these names, whatever the stack, and all identity providers: the change that adds an
 * environment is deployed by a role that was made before it.
 */
export function ownRoles(
  stack: string,
  config: StackConfig,
  github: Github,
  boundary: string | undefined,
): AccountRole[] {
  const { account, region } = placeOf(config);
  const names = ["plan", "deploy", "operate"].map((purpose) => {
    const role = { name: `*-image-pipelines-${purpose}`, path: "/", permissions_boundary: boundary };
    return [purpose, role] as const;
  });
  const policy = { name: "*-image-pipelines-*", path: "/" };
  const resource = {
    ...config.resource,
    aws_iam_role: Object.fromEntries(names),
    aws_iam_role_policy: { any: {} },
    aws_iam_policy: { any: policy },
    aws_iam_role_policy_attachment: {
      any: { policy_arn: `arn:${partitionOf(region)}:iam::${account}:policy/${policy.name}` },
    },
    aws_iam_openid_connect_provider: { any: { url: "https://*" } },
  };
  return deployRoles(stack, { ...config, resource }, githubDeployer(github, stack));
}

function deployRoles(
  stack: string,
  config: StackConfig,
  { provider, claims }: Deployer,
  formerRepositories: readonly string[] = [],
): AccountRole[] {
  const builds = "aws_imagebuilder_image" in config.resource;
  return (["plan", "deploy"] as const).map((purpose) => ({
    stack,
    purpose,
    provider,
    claims: claims[purpose],
    policy: stackPolicy(stack, config, purpose, formerRepositories).document,
    maxSessionSeconds: purpose === "deploy" && builds ? sessions.build : sessions.short,
  }));
}
