import { foldName } from "../../../../checks/names";
import type { Scope } from "../world";
import { byVersion, isHere, matchesVersion, partsOf } from "./names";
import type { Component, ContainerRecipe, Image } from "./state";

/** The newest build that an ARN with or without build number or wildcards means. */
export function findComponent(arn: string, scope: Scope): Component | undefined {
  const wanted = partsOf(arn);
  if (wanted.kind !== "component" || !isHere(arn, scope)) return undefined;
  return [...scope.imageBuilder.components.values()]
    .filter((each) => foldName(each.name) === wanted.name && matchesVersion(wanted.version ?? "x.x.x", each.version))
    .filter((each) => wanted.build === undefined || wanted.build === each.build)
    .sort(byVersion)
    .at(-1);
}

/** The newest recipe that an ARN with or without wildcards means. */
export function findRecipe(arn: string, scope: Scope): ContainerRecipe | undefined {
  const wanted = partsOf(arn);
  if (wanted.kind !== "container-recipe" || !isHere(arn, scope)) return undefined;
  return [...scope.imageBuilder.recipes.values()]
    .filter((each) => foldName(each.name) === wanted.name && matchesVersion(wanted.version ?? "x.x.x", each.version))
    .sort((a, b) => byVersion({ ...a, build: 0 }, { ...b, build: 0 }))
    .at(-1);
}

/** The newest build that an ARN with or without build number or wildcards means. */
export function findImage(arn: string, scope: Scope): Image | undefined {
  const wanted = partsOf(arn);
  if (wanted.kind !== "image" || !isHere(arn, scope)) return undefined;
  return [...scope.imageBuilder.images.values()]
    .filter((each) => foldName(each.name) === wanted.name && matchesVersion(wanted.version ?? "x.x.x", each.version))
    .filter((each) => wanted.build === undefined || wanted.build === each.build)
    .sort(byVersion)
    .at(-1);
}
