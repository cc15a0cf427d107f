import { partitionOf } from "@pipelines/facts/regions";
import {
  type Claims,
  type FederatedRoleProps,
  githubActions,
  hcpTerraform,
  type IdentityProvider,
} from "../../constructs/federated-role";

import { type PolicyOptions, stackPolicy } from "@pipelines/permissions/policy";
import type { Purpose } from "@pipelines/permissions/policy-context";
import { placeOf, type StackConfig } from "@pipelines/permissions/stack-config";
import { stateOf, stateOwner } from "../environment/backend";
import type { ImageStack } from "../environment/image-stack";
import type { Github, GithubSource, ResolvedTrust } from "./trust-settings";

/** A role that the account's stack creates. */
export interface AccountRole extends Pick<FederatedRoleProps, "provider" | "claims" | "policy" | "maxSessionSeconds"> {
  /** The stack that the role plans or deploys, or the environment that it builds and promotes images for. */
  readonly stack: string;
  readonly purpose: Purpose;
}

/** Returns the name that the workflows use. */
export function roleName({ stack, purpose }: Pick<AccountRole, "stack" | "purpose">): string {
  return `${stack}-image-pipelines-${purpose}`;
}

/** The identity that plans and deploys a stack. */
interface Deployer {
  readonly provider: IdentityProvider;
  readonly claims: Readonly<Record<"plan" | "deploy", readonly Claims[]>>;
}

/** Session lengths in seconds. One hour is IAM's minimum; builds get as long as GitHub lets a job run. */
const sessions = { short: 3600, build: 6 * 3600 } as const;

/** The jobs in a repository that are trusted. */
interface Jobs {
  /** Files in `.github/workflows`. */
  readonly workflows: readonly string[];
  /** GitHub environments, one of which a job must name. @default none: jobs on the branch that name no environment */
  readonly environments?: readonly string[];
}

/**
 * Returns the claims that GitHub's tokens contain for jobs on the branch that deploys, according to the current trust
 * settings and, while those are being changed, the former ones.
 */
function githubClaims(
  { former, ...github }: Github,
  partition: string,
  jobs: (source: GithubSource) => Jobs,
): Claims[] {
  return [github, ...(former === undefined ? [] : [former])].map((source) => {
    const { repository, ownerId, repositoryId, branch } = source;
    const { workflows, environments } = jobs(source);
    const ref = `refs/heads/${branch}`;
    const subjects = environments?.map((environment) => `environment:${environment}`) ?? [`ref:${ref}`];
    const [owner = "", name = ""] = repository.split("/");
    const subject = repositoryId === undefined ? repository : `${owner}@${ownerId ?? ""}/${name}@${repositoryId}`;
    const equal = { sub: subjects.map((each) => `repo:${subject}:${each}`) };
    if (!tellsJobsApart(partition)) return { equal };
    return {
      equal: {
        ...equal,
        // If the branch were not checked, a job on any branch could name an environment that does not exist. GitHub
        // would then create it, without protection.
        ref: [ref],
        ...(repositoryId === undefined ? {} : { repository_id: [String(repositoryId)] }),
      },
      // After the @ comes the ref or commit from which the file is taken; `ref` limits both to the branch.
      like: { job_workflow_ref: workflows.map((file) => `${repository}/.github/workflows/${file}@*`) },
    };
  });
}

/**
 * Reports whether STS checks claims in GitHub's tokens beyond subject and audience, as it does in commercial regions.
 */
export function tellsJobsApart(partition: string): boolean {
  return partition === "aws";
}

/** Returns a GitHub repository as the deployer of a stack. Jobs that deploy also plan. */
function githubDeployer(github: Github, stack: string, partition: string): Deployer {
  return {
    provider: githubActions,
    claims: {
      plan: githubClaims(github, partition, ({ workflows }) => ({
        workflows: [...workflows.plan, ...workflows.deploy],
      })),
      deploy: githubClaims(github, partition, ({ workflows }) => ({
        workflows: workflows.deploy,
        environments: [stack],
      })),
    },
  };
}

/**
 * Returns who deploys an environment: GitHub, or HCP Terraform if the state is there; undefined if that deployer is
 * not trusted.
 */
export function deployerOf({ settings, place, group, node }: ImageStack, trust: ResolvedTrust): Deployer | undefined {
  const state = stateOf(stateOwner(settings, group));
  if (state.kind === "s3") return trust.github && githubDeployer(trust.github, node.id, place.partition);
  const { organization, workspace, hostname } = state;
  if (organization !== trust.hcpTerraform?.organization) return undefined;
  const run = `organization:${organization}:project:${trust.hcpTerraform.project}:workspace:${workspace}:run_phase`;
  return {
    provider: hcpTerraform(hostname),
    claims: { plan: [{ equal: { sub: [`${run}:plan`] } }], deploy: [{ equal: { sub: [`${run}:apply`] } }] },
  };
}

/**
 * Returns the roles of an environment.
 *
 * @param later the environments to which images are promoted from this one; their jobs read this environment's images
 * @param neighbours the other environments in the same account
 */
export function environmentRoles(
  environment: ImageStack,
  config: StackConfig,
  trust: ResolvedTrust,
  later: readonly string[],
  neighbours: ReadonlyMap<string, StackConfig>,
): AccountRole[] {
  const stack = environment.node.id;
  const deployer = deployerOf(environment, trust);
  const { former } = environment;
  const roles = deployer === undefined ? [] : deployRoles(stack, config, deployer, { former, neighbours });
  const { github } = trust;
  if (github === undefined) return roles;
  const ofJobs = (purpose: "operate" | "read", environments: readonly string[]): AccountRole => ({
    stack,
    purpose,
    provider: githubActions,
    claims: githubClaims(github, environment.place.partition, ({ workflows }) => ({
      workflows: workflows.operate,
      environments,
    })),
    policy: stackPolicy(stack, config, { purpose, neighbours }).document,
    maxSessionSeconds: sessions.short,
  });
  return [...roles, ofJobs("operate", [stack]), ...(later.length === 0 ? [] : [ofJobs("read", later)])];
}

/**
 * Returns the roles that plan and deploy the account's stack itself.
 *
 * Their permissions cover the account's roles with these names for every stack, because the role that deploys a new
 * environment is created before that environment.
 *
 * @param providers the identity providers that the roles may change
 */
export function ownRoles(
  stack: string,
  config: StackConfig,
  github: Github,
  boundary: string | undefined,
  providers: readonly IdentityProvider[],
): AccountRole[] {
  const { account, region } = placeOf(config);
  const names = (["plan", "deploy", "operate", "read"] satisfies Purpose[]).map((purpose) => {
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
    aws_iam_openid_connect_provider: Object.fromEntries(
      providers.map(({ host }) => [host, { url: `https://${host}` }]),
    ),
  };
  return deployRoles(stack, { ...config, resource }, githubDeployer(github, stack, partitionOf(region)));
}

function deployRoles(
  stack: string,
  config: StackConfig,
  { provider, claims }: Deployer,
  options: Omit<PolicyOptions, "purpose"> = {},
): AccountRole[] {
  const builds = "aws_imagebuilder_image" in config.resource;
  return (["plan", "deploy"] as const).map((purpose) => ({
    stack,
    purpose,
    provider,
    claims: claims[purpose],
    policy: stackPolicy(stack, config, { ...options, purpose }).document,
    maxSessionSeconds: purpose === "deploy" && builds ? sessions.build : sessions.short,
  }));
}
