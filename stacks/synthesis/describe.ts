import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { type App, TerraformStack } from "cdktf";
import { resourceName } from "@pipelines/image-definition/full-names";
import { EnvironmentStack } from "../environment/environment-stack";

/** Returns the app's environments, in the order of `main.ts`. */
export function describeEnvironments(app: App): EnvironmentDescription[] {
  return app.node.children
    .filter((child) => child instanceof EnvironmentStack)
    .map(({ node, place, settings, allImages, groups }) => ({
      ...place,
      stacks: [node.id, ...groups.map((group) => group.node.id)],
      images: settings.images.flatMap((image) => {
        const built = allImages.get(image.name);
        if (built === undefined) return [];
        const { schedule, recipe } = built;
        const timed = typeof schedule === "string" ? { expression: schedule, timezone: undefined } : schedule;
        return {
          name: image.name,
          stack: TerraformStack.of(built).node.id,
          owners: (image.group === undefined ? undefined : settings.groups?.get(image.group)?.owners) ?? [],
          resourceName: resourceName(place, image),
          description: image.description,
          repository: image.repository,
          regions: image.regions ?? settings.regions,
          repositoryExists: image.repositoryExists,
          parentImage: built.image.parentImage,
          parent: built.parent?.image.name,
          parentChannel: built.parentChannel,
          rebuiltWithParent: built.rebuiltWithParent,
          containerTags: image.containerTags,
          channels: image.channels,
          tested: image.tests.enabled,
          workingDirectory: image.workingDirectory,
          enabled: image.enabled,
          version: recipe.version,
          schedule: timed && { expression: timed.expression, timezone: timed.timezone },
        };
      }),
    }));
}
