import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { registryOf } from "@pipelines/facts/regions";

/** Whether these layers start with another image's layers, which means that the image is built on that one. */
export function startsWith(layers: readonly string[], base: readonly string[]): boolean {
  return base.length > 0 && base.length <= layers.length && base.every((digest, index) => layers[index] === digest);
}

/** A parent image in the environment's own registry: `<account>.dkr.ecr.<region>.amazonaws.com/base:1`. */
export function ecrParent(parentImage: string, place: EnvironmentDescription) {
  const prefix = `${registryOf(place)}/`;
  if (!parentImage.startsWith(prefix)) return undefined;
  const [, repository = "", tag = "latest"] = /^([^:@]+)[:@]?(.+)?$/.exec(parentImage.slice(prefix.length)) ?? [];
  return { repository, tag };
}
