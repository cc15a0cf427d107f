import { mostInVersion } from "@pipelines/facts/limits";
import { foldName } from "@pipelines/facts/names";
import { canonical, type JsonObject, omit, text, textMap } from "../json";
import type { Scope } from "../world";
import { readDocument, textOrUri } from "./documents";
import { findComponent } from "./find";
import { alreadyExists, existing, hasDependents, invalidValue } from "./errors";
import { arnOf, byVersion } from "./names";
import { buildsOf, endDryRun, idempotent, type Operation, paged, settingsOf, tagsOf, versionsOf } from "./operation";
import type { Component } from "./state";

export function checkVersion(version: string): void {
  if (version.split(".").some((part) => Number(part) > mostInVersion)) {
    throw invalidValue("semanticVersion", `Each number of a version is at most ${mostInVersion}.`);
  }
}

function create(input: JsonObject, scope: Scope): JsonObject {
  const name = text(input, "name") ?? "";
  const version = text(input, "semanticVersion") ?? "";
  checkVersion(version);
  if (text(input, "platform") === "macOS") throw invalidValue("platform", "Containers are Linux or Windows here.");
  const document = textOrUri(input, "data", "uri", scope);
  const { type, parameters } = readDocument(document);
  const settings = settingsOf(input);
  const builds = [...scope.imageBuilder.components.values()].filter(
    (each) => foldName(each.name) === foldName(name) && each.version === version,
  );
  const twin = builds.find((each) => each.document === document && canonical(each.settings) === canonical(settings));
  if (twin !== undefined) throw alreadyExists("Component", twin.arn);
  const build = Math.max(0, ...builds.map((each) => each.build)) + 1;
  const arn = arnOf(scope, "component", name, version, build);
  const tags = textMap(input, "tags");
  endDryRun(input);
  const created = scope.now();
  scope.imageBuilder.components.set(arn, {
    arn,
    name,
    version,
    build,
    settings,
    document,
    type,
    parameters,
    created,
    tags,
  });
  return { componentBuildVersionArn: arn };
}

function get(input: JsonObject, scope: Scope): JsonObject {
  const component = existing(input, "componentBuildVersionArn", (arn) => findComponent(arn, scope));
  return { component: describe(component, scope) };
}

function remove(input: JsonObject, scope: Scope): JsonObject {
  const component = existing(input, "componentBuildVersionArn", (arn) => scope.imageBuilder.components.get(arn));
  const { arn } = component;
  for (const recipe of scope.imageBuilder.recipes.values()) {
    for (const used of recipe.components) {
      if (findComponent(used, scope) === component) throw hasDependents(arn);
    }
  }
  scope.imageBuilder.components.delete(arn);
  return { componentBuildVersionArn: arn };
}

function describe(component: Component, scope: Scope): JsonObject {
  const settings = omit(component.settings, "data", "uri");
  return {
    ...settings,
    arn: component.arn,
    name: component.name,
    version: component.version,
    type: component.type,
    state: { status: "ACTIVE" },
    parameters: component.parameters.length === 0 ? undefined : component.parameters,
    owner: scope.accountId,
    data: component.document,
    encrypted: true,
    dateCreated: component.created.toISOString(),
    tags: tagsOf(component.tags),
  };
}

function summary(component: Component, scope: Scope): JsonObject {
  return omit(describe(component, scope), "data", "encrypted", "kmsKeyId", "parameters");
}

function sorted(scope: Scope): Component[] {
  return [...scope.imageBuilder.components.values()].sort((a, b) => a.name.localeCompare(b.name) || byVersion(a, b));
}

export const componentOperations: Record<string, Operation> = {
  CreateComponent: idempotent("CreateComponent", create),
  GetComponent: get,
  DeleteComponent: remove,
  ListComponents: (input, scope) =>
    versionsOf(
      "componentVersionList",
      sorted(scope).map((each) => summary(each, scope)),
      input,
    ),
  ListComponentBuildVersions: (input, scope) => {
    const builds = buildsOf(text(input, "componentVersionArn"), sorted(scope));
    return paged("componentSummaryList", builds, input, (each) => summary(each, scope));
  },
};
