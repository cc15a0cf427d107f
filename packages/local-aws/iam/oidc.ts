import { alreadyExists, noSuchEntity, tooManyTags } from "./errors";
import type { IdentityProvider } from "./state";
import { AwsError, raise } from "../errors";
import { tagging, unlessEmpty } from "../tagging";
import { type JsonObject, needed, tagList, texts } from "../json";
import type { Operations } from "../protocols";
import type { Scope } from "../world";

function providerOf(input: JsonObject, scope: Scope): IdentityProvider {
  const arn = needed(input, "OpenIDConnectProviderArn");
  const provider = scope.iam.identityProviders.get(arn);
  return provider ?? raise(noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`));
}

/** OpenID Connect identity providers; an account has one per URL. */
export const oidcOperations: Operations = {
  CreateOpenIDConnectProvider: (input, scope) => {
    const url = needed(input, "Url");
    const host = /^https:\/\/([^?#]+?)\/?$/.exec(url)?.[1];
    if (host === undefined) throw new AwsError("InvalidInput", "Invalid Open ID Connect Provider URL");
    const arn = scope.arn("iam", `oidc-provider/${host}`, "");
    if (scope.iam.identityProviders.has(arn)) throw alreadyExists(`Provider with url ${url}`);
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
    const { url: Url, clients, thumbprints, created: CreateDate, tags } = providerOf(input, scope);
    return { Url, ClientIDList: clients, ThumbprintList: thumbprints, CreateDate, Tags: unlessEmpty(tags) };
  },
  ListOpenIDConnectProviders: (_input, scope) => ({
    OpenIDConnectProviderList: [...scope.iam.identityProviders.keys()].map((Arn) => ({ Arn })),
  }),
  AddClientIDToOpenIDConnectProvider: (input, scope) => {
    providerOf(input, scope).clients.add(needed(input, "ClientID"));
  },
  RemoveClientIDFromOpenIDConnectProvider: (input, scope) => {
    providerOf(input, scope).clients.delete(needed(input, "ClientID"));
  },
  UpdateOpenIDConnectProviderThumbprint: (input, scope) => {
    providerOf(input, scope).thumbprints = texts(input, "ThumbprintList");
  },
  ...tagging({ kind: "OpenIDConnectProvider", field: "Tags", find: providerOf, tooMany: tooManyTags }),
  DeleteOpenIDConnectProvider: (input, scope) => {
    scope.iam.identityProviders.delete(providerOf(input, scope).arn);
  },
};
