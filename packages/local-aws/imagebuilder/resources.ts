import type { AnswerObject } from "../answers";
import { AwsError, raise } from "../errors";
import { canonical, flag, type JsonObject, needed, objects, omit, shown, text, textMap, texts } from "../json";
import { paged as page } from "../paging";
import type { Operations } from "../protocols";
import type { Scope } from "../world";
import { alreadyExists, hasDependents, notFound } from "./errors";
import { arnOf, byVersion, newest } from "./names";
import type { Built, Owned } from "./state";

type Answering = (input: JsonObject, scope: Scope) => AnswerObject;

/** One kind of Image Builder resource, whose operations differ in little. */
export interface Kind<T extends Owned> {
  /** The API's name for it in operations: `InfrastructureConfiguration`. */
  readonly type: string;
  /** @default the type with an s appended */
  readonly plural?: string;
  readonly all: (scope: Scope) => Map<string, T>;
  /** Returns what a request creates, or throws if the service would reject it. It is not stored yet. */
  readonly make?: (input: JsonObject, scope: Scope) => T;
  /** Throws if the service would reject settings, or returns them with what it adds, if they can be changed. */
  readonly complete?: (settings: JsonObject, scope: Scope) => JsonObject;
  /** Called after its settings were changed. */
  readonly changed?: (one: T) => void;
  /** Whether something uses it, so that it cannot be deleted. @default whether a pipeline has its ARN */
  readonly isUsed?: (one: T, scope: Scope) => boolean;
  /** What it has in answers besides its settings. */
  readonly describe?: (one: T, scope: Scope) => AnswerObject;
}

/** Everything that answers say about a resource. By its model, each answer has a part of it. */
export function describeOwned(one: Owned, { accountId }: Scope): AnswerObject {
  const { settings, arn, name, version, created: dateCreated, updated: dateUpdated, tags } = one;
  return { ...settings, arn, name, version, owner: accountId, dateCreated, dateUpdated, tags };
}

/** What all new resources have, by their request. */
export function newOwned(type: string, input: JsonObject, settings: JsonObject, scope: Scope, kind = kebab(type)) {
  const name = needed(input, "name");
  return { arn: arnOf(scope, kind, name), name, settings, created: scope.now(), tags: textMap(input, "tags") };
}

/** The next build of a version, unless the same one is there already. */
export function newBuild(
  type: string,
  input: JsonObject,
  added: JsonObject,
  scope: Scope,
  all: ReadonlyMap<string, Built>,
  kind?: string,
): Built {
  const version = needed(input, "semanticVersion");
  const { arn, ...owned } = newOwned(type, input, { ...settingsOf(input), ...added }, scope, kind);
  const builds = buildsOf(`${arn}/${version}`, all.values());
  const twin = builds.find((each) => canonical(each.settings) === canonical(owned.settings));
  if (twin !== undefined) throw alreadyExists(type, twin.arn);
  const build = nextBuild(builds);
  return { ...owned, arn: `${arn}/${version}/${build}`, version, build };
}

/** All builds of a version. */
export function buildsOf<T extends Owned>(version: string, all: Iterable<T>): T[] {
  return [...all].filter(({ arn }) => arn.startsWith(`${version}/`));
}

export function nextBuild(builds: readonly Built[]): number {
  return Math.max(0, ...builds.map(({ build }) => build)) + 1;
}

/** The operations on one kind of resource that are the same for all kinds. */
export function operationsOn<T extends Owned>(kind: Kind<T>): Operations {
  const { type, plural = `${type}s`, all, complete } = kind;
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  const isBuilt = /^(Component|Image|Workflow)$/.test(type);
  const arnField = isBuilt ? `${field}BuildVersionArn` : `${field}Arn`;
  // Only an ARN with a version may have wildcards.
  const isVersioned = isBuilt || type === "ContainerRecipe";
  const isInPipeline = ({ arn }: T, { imageBuilder }: Scope) =>
    [...imageBuilder.pipelines.values()].some(({ settings }) => settings[arnField] === arn);
  const { isUsed = isInPipeline } = kind;
  const make =
    kind.make ??
    (complete &&
      ((input: JsonObject, scope: Scope) => newOwned(type, input, complete(settingsOf(input), scope), scope) as T));
  const exact = (input: JsonObject, scope: Scope) => existing(input, arnField, (arn) => all(scope).get(arn));
  const describe = (one: T, scope: Scope) => ({ ...describeOwned(one, scope), ...kind.describe?.(one, scope) });
  const list: Operations = {
    [`List${plural}`]: (input, scope) => {
      const listField = type === "ImagePipeline" ? "imagePipelineList" : `${field}SummaryList`;
      return paged(listField, ownOnes(input, [...all(scope).values()]), input, (one) => describe(one, scope));
    },
  };
  const sorted = (scope: Scope) =>
    ([...all(scope).values()] as (T & Built)[]).sort((a, b) => a.name.localeCompare(b.name) || byVersion(a, b));
  const lists: Operations = {
    [`List${plural}`]: (input, scope) => {
      const versions = new Map(sorted(scope).map((one) => versionOf(describe(one, scope))));
      return paged(`${field}VersionList`, ownOnes(input, [...versions.values()]), input);
    },
    [`List${type}BuildVersions`]: (input, scope) => {
      const version = text(input, `${field}VersionArn`);
      const builds = version === undefined ? sorted(scope) : buildsOf(version, sorted(scope));
      return paged(`${field}SummaryList`, builds, input, (one) => describe(one, scope));
    },
  };
  return {
    ...operationsIf(make, (make) => ({
      [`Create${type}`]: idempotent(`Create${type}`, (input, scope) => {
        const unversioned = arnOf(scope, kebab(type), needed(input, "name"));
        if (all(scope).has(unversioned)) throw alreadyExists(type, unversioned);
        const made = make(input, scope);
        endDryRun(input);
        all(scope).set(made.arn, made);
        return { [arnField]: made.arn };
      }),
    })),
    ...operationsIf(complete, (complete) => ({
      // Replaces all settings: anything that the request omits is removed.
      [`Update${type}`]: idempotent(`Update${type}`, (input, scope) => {
        const found = exact(input, scope);
        found.settings = complete(omit(settingsOf(input), arnField), scope);
        found.updated = scope.now();
        kind.changed?.(found);
        return { [arnField]: found.arn };
      }),
    })),
    [`Get${type}`]: (input, scope) => ({
      [field]: describe(
        existing(input, arnField, (arn) => (isVersioned ? newest(arn, all(scope)) : all(scope).get(arn))),
        scope,
      ),
    }),
    [`Delete${type}`]: (input, scope) => {
      const found = exact(input, scope);
      if (isUsed(found, scope)) throw hasDependents(found.arn);
      all(scope).delete(found.arn);
      return { [arnField]: found.arn };
    },
    ...(isBuilt ? lists : list),
  };
}

function operationsIf<T>(given: T | undefined, operations: (given: T) => Operations): Operations {
  return given === undefined ? {} : operations(given);
}

/** The ARN of a build's version, and the version as a list shows it. */
function versionOf(build: AnswerObject): [string, AnswerObject] {
  const [arn = "", version] = [build["arn"], build["version"]].map((each) =>
    shown(each as string).replace(/\/\d+$/, ""),
  );
  return [arn, { ...build, arn, version }];
}

/** What the ARN or id in a request stands for. */
export function existing<T>(input: JsonObject, field: string, find: (id: string) => T | undefined): T {
  const id = needed(input, field);
  return find(id) ?? raise(notFound(id));
}

/**
 * If a token is repeated with the same parameters, returns the same response without a second effect; with different
 * parameters, the request is refused. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html
 */
export function idempotent(name: string, operation: Answering): Answering {
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
    const answer = { ...operation(input, scope), clientToken };
    scope.imageBuilder.tokens.set(key, { asked, answer });
    return answer;
  };
}

/**
 * Ends a dry run after its checks but before its effect.
 * https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateComponent.html
 */
function endDryRun(input: JsonObject): void {
  if (flag(input, "dryRun") !== true) return;
  throw new AwsError(
    "DryRunOperationException",
    "The dry run operation of the resource was successful, and no resources or mutations were actually performed.",
    412,
  );
}

/** Returns the items that a list shows for the requested owner: everything here is owned by the account itself. */
function ownOnes<T>(input: JsonObject, all: readonly T[]): readonly T[] {
  return (text(input, "owner") ?? "Self") === "Self" ? all : [];
}

/** Returns one page of a list. `filters` match fields of the same name. */
export function paged<T>(
  list: string,
  all: readonly T[],
  input: JsonObject,
  show: (one: T) => AnswerObject = (one) => one as AnswerObject,
): AnswerObject {
  const matching = objects(input, "filters").reduce((left, filter) => {
    const values = texts(filter, "values");
    return left.filter((one) => values.includes(shown(show(one)[shown(filter["name"])] as string)));
  }, all);
  return page(list, matching, input, { size: 25, badToken: "InvalidPaginationTokenException" }, show);
}

/** Removes the fields that appear elsewhere in responses. */
export function settingsOf(input: JsonObject): JsonObject {
  return omit(input, "name", "clientToken", "tags", "semanticVersion", "dryRun");
}

/** `infrastructure-configuration` */
function kebab(type: string): string {
  return type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
}
