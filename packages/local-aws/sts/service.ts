import { randomBytes } from "node:crypto";
import { isTrusted } from "../access-policy";
import { AwsError, raise } from "../errors";
import type { Role } from "../iam/state";
import { type JsonObject, needed, number, shown } from "../json";
import model from "./model.json";
import { type Operations, queryService } from "../protocols";
import type { Scope } from "../world";

/** Finds a role to assume by its ARN, in any account; undefined if it does not exist. */
function roleAt(arn: string, scope: Scope): { readonly role: Role; readonly there: Scope } | undefined {
  const [, account = "", name = ""] = /^arn:[^:]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  const there = scope.world.scope(account, scope.region);
  const role = there.iam.roles.get(name.toLowerCase());
  return role?.arn === arn ? { role, there } : undefined;
}

/** Creates keys for a new role session. */
function startSession(input: JsonObject, role: Role, there: Scope) {
  const seconds = number(input, "DurationSeconds") ?? 3600;
  if (seconds > role.maxSessionDuration) {
    const why = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    throw new AwsError("ValidationError", why);
  }
  const name = needed(input, "RoleSessionName");
  const arn = there.arn("sts", `assumed-role/${role.name}/${name}`, "");
  const AccessKeyId = `ASIA${randomBytes(8).toString("hex").toUpperCase()}`;
  there.world.sessions.set(AccessKeyId, { accountId: there.accountId, role: role.name, arn, id: `${role.id}:${name}` });
  return {
    AssumedRoleUser: { Arn: arn, AssumedRoleId: `${role.id}:${name}` },
    Credentials: {
      AccessKeyId,
      SecretAccessKey: "local",
      SessionToken: "local",
      // Real time, because callers compare it with their own clock; sessions never expire here.
      Expiration: new Date(Date.now() + seconds * 1000),
    },
  };
}

/**
 * The claims in an identity token. Its signature is not checked, because there is no provider here that could have
 * signed it.
 */
function claimsOf(token: string): Readonly<Record<string, string>> {
  try {
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as JsonObject;
    const texts = Object.entries(claims).map(([claim, value]) => [claim, shown(value)]);
    return Object.fromEntries(texts) as Record<string, string>;
  } catch {
    // Rejected below.
  }
  throw invalidToken("The ID Token provided is not a valid JWT.");
}

function invalidToken(why: string): AwsError {
  return new AwsError("InvalidIdentityToken", why);
}

const operations: Operations = {
  GetCallerIdentity: (_input, scope) => ({
    Arn: scope.caller?.arn ?? scope.arn("iam", "user/local", ""),
    UserId: scope.caller?.id ?? "AIDALOCALLOCALLOCAL00",
    Account: scope.accountId,
  }),
  AssumeRoleWithWebIdentity: (input, scope) => {
    const claims = claimsOf(needed(input, "WebIdentityToken"));
    const now = Math.floor(Date.now() / 1000);
    if (Number(claims["exp"] ?? Infinity) < now) {
      const dates = `current date/time ${now} must be before the expiration date/time ${claims["exp"] ?? ""}`;
      throw new AwsError("ExpiredTokenException", `Token expired: ${dates}`);
    }
    const host = (claims["iss"] ?? "").replace(/^https:\/\//, "");
    const action = "sts:AssumeRoleWithWebIdentity";
    const refused = new AwsError("AccessDenied", `Not authorized to perform ${action}`, 403);
    const { role, there } = roleAt(needed(input, "RoleArn"), scope) ?? raise(refused);
    const provider = there.iam.identityProviders.get(there.arn("iam", `oidc-provider/${host}`, ""));
    const absent = `No OpenIDConnect provider found in your account for https://${host}`;
    if (provider === undefined) throw invalidToken(absent);
    if (!provider.clients.has(claims["aud"] ?? "")) throw invalidToken("Incorrect token audience");
    const context = Object.fromEntries(
      Object.entries(claims).map(([claim, value]) => [`${host}:${claim}`.toLowerCase(), value]),
    );
    if (!isTrusted(role.trust, "Federated", [provider.arn], { action, resource: role.arn, context })) throw refused;
    return { ...startSession(input, role, there), SubjectFromWebIdentityToken: claims["sub"] };
  },
  AssumeRole: (input, scope) => {
    const arn = needed(input, "RoleArn");
    const found = roleAt(arn, scope);
    const caller = scope.caller?.arn ?? scope.arn("iam", "user/local", "");
    const own = scope.caller === undefined ? [] : [scope.iam.role(scope.caller.role).arn];
    const principals = [...own, caller, scope.arn("iam", "root", ""), scope.accountId, "*"];
    const access = { action: "sts:AssumeRole", resource: arn, context: {} };
    if (found === undefined || !isTrusted(found.role.trust, "AWS", principals, access)) {
      const message = `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${arn}`;
      throw new AwsError("AccessDenied", message, 403);
    }
    return startSession(input, found.role, found.there);
  },
};

/** STS: who is calling (a user in the key's account, or a session), and role sessions. */
export const sts = queryService(
  { name: "sts", namespace: "https://sts.amazonaws.com/doc/2011-06-15/" },
  model,
  operations,
);
