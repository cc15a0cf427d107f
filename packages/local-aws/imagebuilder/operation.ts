import { AwsError } from "../errors";
import { canonical, flag, type JsonObject, objects, omit, shown, text, texts } from "../json";
import { paged as page } from "../paging";
import type { Scope } from "../world";

export type Operation = (input: JsonObject, scope: Scope) => JsonObject;

/**
 * A repeated token with the same parameters gets the same response and has no second effect; with other parameters it
 * is refused. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
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
 * Ends a dry run after its checks and before its effect.
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

/** What a list shows: the account itself owns everything here. */
export function ownOnes<T>(input: JsonObject, all: readonly T[]): readonly T[] {
  return (text(input, "owner") ?? "Self") === "Self" ? all : [];
}

/** All builds of a version, or of all the account's versions if none is given. */
export function buildsOf<T extends { readonly arn: string }>(versionArn: string | undefined, all: readonly T[]): T[] {
  return all.filter(({ arn }) => versionArn === undefined || arn.startsWith(`${versionArn}/`));
}

/** A list of versions, each as its newest build has it, without what only builds have. */
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
  return paged(list, ownOnes(input, [...versions.values()]), input);
}

/** One page of a list. `filters` go by fields of the same name. */
export function paged(list: string, rows: readonly JsonObject[], input: JsonObject): JsonObject {
  const matching = rows.filter((row) =>
    objects(input, "filters").every((filter) =>
      texts(filter, "values").includes(shown(row[text(filter, "name") ?? ""])),
    ),
  );
  return page(list, matching, input, { size: 25, badToken: "InvalidPaginationTokenException" });
}

/** The tags in a response: https://docs.aws.amazon.com/cli/latest/reference/imagebuilder/get-image.html has none in one. */
export function tagsOf(tags: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(tags);
}

/** Without the fields that responses have elsewhere. */
export function settingsOf(input: JsonObject): JsonObject {
  return omit(input, "name", "clientToken", "tags", "semanticVersion", "dryRun");
}
