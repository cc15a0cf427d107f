import { foldName } from "@pipelines/facts/names";
import type { Scope } from "../world";
import { byVersion, isHere, matchesVersion, partsOf } from "./names";
import type { Component, ContainerRecipe, Image } from "./state";

interface Versioned {
  readonly name: string;
  readonly version: string;
  /** Absent for recipes. */
  readonly build?: number;
}

/** Returns the newest resource that matches an ARN. The ARN may contain wildcards, and may have no build number. */
export function newest<T extends Versioned>(all: Iterable<T>, wanted: Partial<Versioned>): T | undefined {
  return [...all]
    .filter((each) => foldName(each.name) === wanted.name && matchesVersion(wanted.version ?? "x.x.x", each.version))
    .filter((each) => wanted.build === undefined || wanted.build === each.build)
    .sort((a, b) => byVersion({ build: 0, ...a }, { build: 0, ...b }))
    .at(-1);
}

function find<T extends Versioned>(kind: string, arn: string, scope: Scope, all: ReadonlyMap<string, T>) {
  const { kind: found, name, version, build } = partsOf(arn);
  if (found !== kind || !isHere(arn, scope)) return undefined;
  return all.get(arn) ?? newest(all.values(), { name, version, build });
}

export function findComponent(arn: string, scope: Scope): Component | undefined {
  return find("component", arn, scope, scope.imageBuilder.components);
}

export function findRecipe(arn: string, scope: Scope): ContainerRecipe | undefined {
  return find("container-recipe", arn, scope, scope.imageBuilder.recipes);
}

export function findImage(arn: string, scope: Scope): Image | undefined {
  return find("image", arn, scope, scope.imageBuilder.images);
}
