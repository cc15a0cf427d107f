import { AwsError } from "../errors";
import { type IdentityProvider, tagMembers, tooManyTags } from "./state";
import { tagging } from "../tagging";
import { type JsonObject, needed, tagList, texts } from "../json";
import type { QueryOperation } from "../protocols";
import type { Scope } from "../world";

function providerOf(input: JsonObject, scope: Scope): IdentityProvider {
  const arn = needed(input, "OpenIDConnectProviderArn");
  const provider = scope.iam.identityProviders.get(arn);
  if (provider === undefined) {
    throw new AwsError("NoSuchEntity", `OpenIDConnect Provider not found for arn ${arn}`, 404);
  }
  return provider;
}

/** OpenID Connect identity providers; an account has one per URL. */
export const oidcOperations: Record<string, QueryOperation> = {
  CreateOpenIDConnectProvider: (input, scope) => {
    const url = needed(input, "Url");
    const host = /^https:\/\/([^?#]+?)\/?$/.exec(url)?.[1];
    if (host === undefined) throw new AwsError("InvalidInput", "Invalid Open ID Connect Provider URL");
    const arn = scope.arn("iam", `oidc-provider/${host}`, "");
    if (scope.iam.identityProviders.has(arn)) {
      throw new AwsError("EntityAlreadyExists", `Provider with url ${url} already exists.`, 409);
    }
    const given = texts(input, "ThumbprintList");
    scope.iam.identityProviders.set(arn, {
      arn,
      url: host,
      clients: new Set(texts(input, "ClientIDList")),
      // If there is no thumbprint, IAM looks up the certificate itself.
      thumbprints: given.length > 0 ? given : ["0".repeat(40)],
      created: scope.now(),
      tags: tagList(input, "Tags"),
    });
    return { OpenIDConnectProviderArn: arn };
  },
  GetOpenIDConnectProvider: (input, scope) => {
    const { url, clients, thumbprints, created, tags } = providerOf(input, scope);
    return {
      Url: url,
      ClientIDList: { member: [...clients] },
      ThumbprintList: { member: thumbprints },
      CreateDate: created.toISOString(),
      Tags: tags.size === 0 ? undefined : tagMembers(tags),
    };
  },
  ListOpenIDConnectProviders: (_input, scope) => ({
    OpenIDConnectProviderList: { member: [...scope.iam.identityProviders.keys()].map((Arn) => ({ Arn })) },
  }),
  AddClientIDToOpenIDConnectProvider: (input, scope) => {
    providerOf(input, scope).clients.add(needed(input, "ClientID"));
    return undefined;
  },
  RemoveClientIDFromOpenIDConnectProvider: (input, scope) => {
    providerOf(input, scope).clients.delete(needed(input, "ClientID"));
    return undefined;
  },
  UpdateOpenIDConnectProviderThumbprint: (input, scope) => {
    providerOf(input, scope).thumbprints = texts(input, "ThumbprintList");
    return undefined;
  },
  ...tagging({
    kind: "OpenIDConnectProvider",
    field: "Tags",
    find: providerOf,
    tooMany: tooManyTags,
    answer: undefined,
  }),
  DeleteOpenIDConnectProvider: (input, scope) => {
    scope.iam.identityProviders.delete(providerOf(input, scope).arn);
    return undefined;
  },
};
