import { type JsonObject, omit, text, textMap } from "../json";
import type { Scope } from "../world";
import { alreadyExists, existing, hasDependents } from "./errors";
import { arnOf } from "./names";
import { endDryRun, idempotent, type Operation, paged, settingsOf, tagsOf } from "./operation";
import type { Configuration } from "./state";

/** What infrastructure configurations, distribution configurations and lifecycle policies have in common. */
export interface ConfigurationKind {
  /** The API's name for it in operations: `InfrastructureConfiguration`. */
  readonly type: string;
  /** @default the type with an s appended */
  readonly plural?: string;
  /** Name in ARNs: `infrastructure-configuration`. */
  readonly kind: string;
  /** Request field that contains the ARN, including for pipelines: `infrastructureConfigurationArn`. */
  readonly arnField: string;
  /** Response field: `infrastructureConfiguration`. */
  readonly field: string;
  readonly listField: string;
  readonly all: (scope: Scope) => Map<string, Configuration>;
  /** Throws if the service would reject the settings. */
  readonly check: (settings: JsonObject, scope: Scope) => void;
  /** Adds the fields that the service adds. */
  readonly complete: (settings: JsonObject) => JsonObject;
  readonly summary: (described: JsonObject) => JsonObject;
  /** Returns it in response form. @default {@link describeConfiguration} */
  readonly describe?: (configuration: Configuration) => JsonObject;
}

export function describeConfiguration({ arn, name, settings, created, updated, tags }: Configuration): JsonObject {
  return {
    ...settings,
    arn,
    name,
    dateCreated: created.toISOString(),
    dateUpdated: updated?.toISOString(),
    tags: tagsOf(tags),
  };
}

export function configurationOperations(kind: ConfigurationKind): Record<string, Operation> {
  const { type, plural = `${type}s`, arnField, field, all, describe = describeConfiguration } = kind;
  const find = (input: JsonObject, scope: Scope) => {
    return existing(input, arnField, (arn) => all(scope).get(arn));
  };
  return {
    [`Create${type}`]: idempotent(`Create${type}`, (input, scope) => {
      const name = text(input, "name") ?? "";
      const arn = arnOf(scope, kind.kind, name);
      if (all(scope).has(arn)) throw alreadyExists(type, arn);
      const settings = settingsOf(input);
      kind.check(settings, scope);
      endDryRun(input);
      const made = { arn, name, settings: kind.complete(settings), created: scope.now(), updated: undefined };
      all(scope).set(arn, { ...made, tags: textMap(input, "tags") });
      return { [arnField]: arn };
    }),
    [`Get${type}`]: (input, scope) => ({ [field]: describe(find(input, scope)) }),
    // Replaces all settings: anything that the request omits is removed.
    [`Update${type}`]: idempotent(`Update${type}`, (input, scope) => {
      const found = find(input, scope);
      const settings = omit(settingsOf(input), arnField);
      kind.check(settings, scope);
      found.settings = kind.complete(settings);
      found.updated = scope.now();
      return { [arnField]: found.arn };
    }),
    [`Delete${type}`]: (input, scope) => {
      const { arn } = find(input, scope);
      for (const pipeline of scope.imageBuilder.pipelines.values()) {
        if (text(pipeline.settings, arnField) === arn) throw hasDependents(arn);
      }
      all(scope).delete(arn);
      return { [arnField]: arn };
    },
    [`List${plural}`]: (input, scope) =>
      paged(kind.listField, [...all(scope).values()], input, (each) => kind.summary(describe(each))),
  };
}
