import type { AnswerObject } from "../answers";
import { type JsonObject, tagList, text } from "../json";
import type { Named, Role } from "./state";
import { unlessEmpty } from "../tagging";
import type { Scope } from "../world";

/** What all new entities have, by their request. */
export function newEntity(kind: string, prefix: string, name: string, input: JsonObject, scope: Scope): Named {
  const path = text(input, "Path") ?? "/";
  return {
    name,
    path,
    arn: scope.arn("iam", `${kind}${path}${name}`, ""),
    id: scope.iam.nextId(prefix),
    created: scope.now(),
    tags: tagList(input, "Tags"),
  };
}

/** IAM returns documents percent-encoded (RFC 3986). */
export function encoded(document: string): string {
  return encodeURIComponent(document).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function describeRole(role: Role): AnswerObject {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.created,
    AssumeRolePolicyDocument: encoded(role.trust),
    Description: role.description === "" ? undefined : role.description,
    MaxSessionDuration: role.maxSessionDuration,
    PermissionsBoundary: role.boundary && { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: role.boundary },
    Tags: unlessEmpty(role.tags),
  };
}
