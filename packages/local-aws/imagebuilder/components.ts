import { mostInVersion } from "@pipelines/facts/limits";
import { needed, objects, text } from "../json";
import { readDocument, textOrUri } from "./documents";
import { invalidValue } from "./errors";
import { newest } from "./names";
import { newBuild, operationsOn } from "./resources";

export function checkVersion(version = ""): void {
  if (version.split(".").some((part) => Number(part) > mostInVersion)) {
    throw invalidValue("semanticVersion", `Each number of a version is at most ${mostInVersion}.`);
  }
}

export const componentOperations = operationsOn({
  type: "Component",
  all: (scope) => scope.imageBuilder.components,
  make: (input, scope) => {
    checkVersion(text(input, "semanticVersion"));
    if (text(input, "platform") === "macOS") throw invalidValue("platform", "Containers are Linux or Windows here.");
    const data = textOrUri(input, "data", "uri", scope);
    const added = { data, ...readDocument(data), state: { status: "ACTIVE" }, encrypted: true };
    return newBuild("Component", input, added, scope, scope.imageBuilder.components);
  },
  isUsed: (component, { imageBuilder }) =>
    [...imageBuilder.recipes.values()]
      .flatMap(({ settings }) => objects(settings, "components"))
      .some((used) => newest(needed(used, "componentArn"), imageBuilder.components) === component),
});
