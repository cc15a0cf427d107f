import { NotImplementedHere, raise } from "../errors";
import { noSuchEntity } from "./errors";
import { listOf, statementsOf } from "../access-policy";
import { isObject } from "../json";
import { type Resource, rowsOf } from "../resource";

export interface Named {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly created: Date;
  readonly tags: Map<string, string>;
}

export interface Role extends Named {
  trust: string;
  description: string;
  /** Seconds. */
  maxSessionDuration: number;
  /** ARN of the managed policy that is its permissions boundary. */
  boundary: string | undefined;
  /** ARNs of attached managed policies. */
  readonly attached: Set<string>;
  /** Inline policies, by name. */
  readonly inline: Map<string, string>;
}

export interface InstanceProfile extends Named {
  role: Role | undefined;
}

export interface PolicyVersion {
  readonly id: string;
  readonly document: string;
  readonly created: Date;
}

/** A managed policy in the account. */
export interface ManagedPolicy extends Named {
  readonly description: string | undefined;
  /** Id of its default version. */
  default: string;
  readonly versions: Map<string, PolicyVersion>;
}

export interface IdentityProvider {
  readonly arn: string;
  /** The URL without `https://`, as IAM returns it. */
  readonly url: string;
  /** Audiences of accepted tokens. */
  readonly clients: Set<string>;
  thumbprints: readonly string[];
  readonly created: Date;
  readonly tags: Map<string, string>;
}

/**
 * AWS's managed policies for Image Builder. AWS has a thousand others; the local AWS does not know which ones exist, or
 * what any AWS managed policy allows.
 */
const managedPolicies = new Set([
  "AmazonEC2ContainerRegistryPowerUser",
  "AmazonEC2ContainerRegistryReadOnly",
  "AmazonS3ReadOnlyAccess",
  "AmazonSSMManagedInstanceCore",
  "CloudWatchAgentServerPolicy",
  "EC2InstanceProfileForImageBuilder",
  "EC2InstanceProfileForImageBuilderECRContainerBuilds",
  "service-role/EC2ImageBuilderLifecycleExecutionPolicy",
]);
const managedPolicy = /^arn:aws(?:-[a-z]+)*:iam::aws:policy\/(.+)$/;

/** Names are unique regardless of case and path. */
export class IamState {
  public readonly roles = new Map<string, Role>();
  public readonly profiles = new Map<string, InstanceProfile>();
  /** By ARN. */
  public readonly identityProviders = new Map<string, IdentityProvider>();
  /** By ARN. */
  public readonly policies = new Map<string, ManagedPolicy>();
  private numbered = 0;

  /** A unique id, such as AROA…, that is never reused. */
  public nextId(prefix: string): string {
    return `${prefix}${String(++this.numbered).padStart(17, "0")}`;
  }

  public role(name: string): Role {
    const role = this.roles.get(name.toLowerCase());
    if (role === undefined && name.startsWith("AWSServiceRoleFor")) {
      throw new NotImplementedHere("IAM", [`the service-linked role ${name}`]);
    }
    return role ?? raise(noSuchEntity(`The role with name ${name} cannot be found.`));
  }

  public roleWithArn(arn: string): Role | undefined {
    return [...this.roles.values()].find((role) => role.arn === arn);
  }

  public policy(arn: string): ManagedPolicy {
    const policy = this.policies.get(arn);
    if (policy !== undefined) return policy;
    if (managedPolicy.test(arn)) throw new NotImplementedHere("IAM", [`AWS's managed policy ${arn}`]);
    throw noSuchEntity(`Policy ${arn} does not exist.`);
  }

  /** Refuses a policy that cannot be attached to a role or used as its permissions boundary. */
  public requireAttachable(arn: string, what: string): void {
    const managed = managedPolicy.exec(arn)?.[1];
    if (managed !== undefined && managedPolicies.has(managed)) return;
    if (managed !== undefined) this.policy(arn);
    if (!this.policies.has(arn)) throw noSuchEntity(`${what} ${arn} does not exist or is not attachable.`);
  }

  /** Whether a role in the account trusts a service, regardless of conditions. */
  public trusts(arn: string, service: string): boolean {
    return statementsOf(this.roleWithArn(arn)?.trust ?? '{"Statement":[]}').some(
      ({ Effect, Principal }) =>
        Effect === "Allow" && isObject(Principal) && listOf(Principal["Service"]).includes(service),
    );
  }

  /** Returns the statements of a managed policy in the account. The content of AWS's own policies is not known here. */
  public policyDocument(arn: string): string {
    const policy = this.policy(arn);
    return policy.versions.get(policy.default)?.document ?? "";
  }

  public profile(name: string): InstanceProfile {
    const profile = this.profiles.get(name.toLowerCase());
    return profile ?? raise(noSuchEntity(`Instance Profile ${name} cannot be found.`));
  }

  public profilesOf(role: Role): InstanceProfile[] {
    return [...this.profiles.values()].filter((profile) => profile.role === role);
  }

  public rows(): Resource[] {
    const row = rowsOf("iam", "");
    return [
      ...[...this.roles.values()].map(({ name }) => row("role", name)),
      ...[...this.profiles.values()].map(({ name }) => row("instance profile", name)),
      ...[...this.identityProviders.values()].map(({ url }) => row("identity provider", url)),
      ...[...this.policies.values()].map(({ name }) => row("policy", name)),
    ];
  }
}
