import { AwsError } from "../errors";
import { canonical, flag, type JsonObject, objects, omit, shown, text, texts } from "../json";
import { paged as page } from "../paging";
import type { Scope } from "../world";

export type Operation = (input: JsonObject, scope: Scope) => JsonObject;

/**
 * If a token is repeated with the same parameters, returns the same response without a second effect; with different
 * parameters, the request is refused. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
 */
export function idempotent(name: string, operation: Operation): Operation {
  return (input, scope) => {
    const { clientToken, ...parameters } = input;
    const key = `${name} ${shown(clientToken)}`;
    const asked = canonical(parameters);
    const before = scope.imageBuilder.tokens.get(key);
    if (before !== undefined && before.asked !== asked) {
      throw new AwsError(
        "IdempotentParameterMismatchException",
        "The client token was used before, with other parameters.",
      );
    }
    if (before !== undefined) return before.answer;
    // By AWS's API model, all answers but one repeat the token.
    const repeated = name === "UpdateLifecyclePolicy" ? undefined : clientToken;
    const answer = { ...operation(input, scope), clientToken: repeated };
    scope.imageBuilder.tokens.set(key, { asked, answer });
    return answer;
  };
}

/**
 * Ends a dry run after its checks but before its effect.
 * https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateComponent.html
 */
export function endDryRun(input: JsonObject): void {
  if (flag(input, "dryRun") !== true) return;
  throw new AwsError(
    "DryRunOperationException",
    "The dry run operation of the resource was successful, and no resources or mutations were actually performed.",
    412,
  );
}

/** Returns the items that a list shows for the requested owner: everything here is owned by the account itself. */
export function ownOnes<T>(input: JsonObject, all: readonly T[]): readonly T[] {
  return (text(input, "owner") ?? "Self") === "Self" ? all : [];
}

/** Returns all builds of a version, or of all the account's versions if none is given. */
export function buildsOf<T extends { readonly arn: string }>(versionArn: string | undefined, all: Iterable<T>): T[] {
  const prefix = versionArn === undefined ? "" : `${versionArn}/`;
  return [...all].filter(({ arn }) => arn.startsWith(prefix));
}

/** Returns a list of versions, each with its newest build's fields except those that only builds have. */
export function versionsOf(list: string, builds: readonly JsonObject[], input: JsonObject): JsonObject {
  const versions = new Map(
    builds.map((build) => {
      const arn = shown(build["arn"]).replace(/\/\d+$/, "");
      const version = shown(build["version"]).replace(/\/\d+$/, "");
      return [
        arn,
        {
          ...omit(build, "state", "tags", "parameters", "encrypted", "changeDescription", "outputResources"),
          arn,
          version,
        },
      ];
    }),
  );
  return paged(list, ownOnes(input, [...versions.values()]), input, (version) => version);
}

/** Returns one page of a list. `filters` match fields of the same name. */
export function paged<T>(list: string, all: readonly T[], input: JsonObject, show: (one: T) => JsonObject): JsonObject {
  const matching = objects(input, "filters").reduce((left, filter) => {
    const values = texts(filter, "values");
    return left.filter((one) => values.includes(shown(show(one)[text(filter, "name") ?? ""])));
  }, all);
  return page(list, matching, input, { size: 25, badToken: "InvalidPaginationTokenException" }, show);
}

/** The tags in a response: https://docs.aws.amazon.com/cli/latest/reference/imagebuilder/get-image.html has none in one. */
export function tagsOf(tags: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(tags);
}

/** Removes the fields that appear elsewhere in responses. */
export function settingsOf(input: JsonObject): JsonObject {
  return omit(input, "name", "clientToken", "tags", "semanticVersion", "dryRun");
}
