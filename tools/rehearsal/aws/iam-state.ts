import { AwsError } from "./errors";
import type { Resource } from "./service";

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly created: Date;
  trust: string;
  description: string;
  /** Seconds. */
  maxSessionDuration: number;
  readonly tags: Map<string, string>;
  /** ARNs of attached managed policies. */
  readonly attached: Set<string>;
  /** Inline policies, by name. */
  readonly inline: Map<string, string>;
}

export interface InstanceProfile {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly created: Date;
  readonly tags: Map<string, string>;
  role: Role | undefined;
}

/** Names are unique whatever their case, the path aside. */
export class IamState {
  readonly roles = new Map<string, Role>();
  readonly profiles = new Map<string, InstanceProfile>();
  private numbered = 0;

  /** A unique id, such as AROA…, never used again. */
  nextId(prefix: string): string {
    return `${prefix}${String(++this.numbered).padStart(17, "0")}`;
  }

  role(name: string): Role {
    const role = this.roles.get(name.toLowerCase());
    if (role === undefined) throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
    return role;
  }

  profile(name: string): InstanceProfile {
    const profile = this.profiles.get(name.toLowerCase());
    if (profile === undefined) throw new AwsError("NoSuchEntity", `Instance Profile ${name} cannot be found.`, 404);
    return profile;
  }

  profilesOf(role: Role): InstanceProfile[] {
    return [...this.profiles.values()].filter((profile) => profile.role === role);
  }

  rows(): Resource[] {
    return [
      ...[...this.roles.values()].map(({ name }) => ({ service: "iam", region: "", kind: "role", name })),
      ...[...this.profiles.values()].map(({ name }) => ({
        service: "iam",
        region: "",
        kind: "instance profile",
        name,
      })),
    ];
  }
}

/** IAM gives documents back percent-encoded (RFC 3986). */
export function encoded(document: string): string {
  return encodeURIComponent(document).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function tagMembers(tags: ReadonlyMap<string, string>) {
  return { member: [...tags].map(([Key, Value]) => ({ Key, Value })) };
}

export function describeRole(role: Role) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.created.toISOString(),
    AssumeRolePolicyDocument: encoded(role.trust),
    Description: role.description === "" ? undefined : role.description,
    MaxSessionDuration: role.maxSessionDuration,
    Tags: role.tags.size === 0 ? undefined : tagMembers(role.tags),
  };
}
