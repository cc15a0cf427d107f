import { parse } from "yaml";
import { isObject, type Json, type JsonObject, objects, shown, text } from "../json";
import type { Scope } from "../world";
import { invalidCombination, invalidValue } from "./errors";

/** Reads text that is either in one field or in S3, at the address in another field. */
export function textOrUri(input: JsonObject, inline: string, uri: string, scope: Scope): string {
  const data = text(input, inline);
  const address = text(input, uri);
  if (data !== undefined && address === undefined) return data;
  if (data !== undefined || address === undefined) {
    throw invalidCombination(`Exactly one of '${inline}' and '${uri}' must be given.`);
  }
  const [, bucketName = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(address) ?? [];
  const bucket = scope.world.buckets.get(bucketName);
  const content = bucket?.accountId === scope.accountId ? bucket.current(key)?.content : undefined;
  if (content === undefined) throw invalidValue(uri, `The S3 object '${address}' cannot be read.`);
  return content.body.toString("utf8");
}

/** Parses a YAML document that must be a mapping, such as a component or workflow document. */
export function mappingIn(document: string): JsonObject {
  let parsed: Json;
  try {
    parsed = parse(document) as Json;
  } catch (error) {
    throw invalidValue("data", `The document is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(parsed)) throw invalidValue("data", "The document is not a mapping.");
  return parsed;
}

/**
 * Reads only the parts of a component document that Image Builder's responses depend on: the component's type and its
 * parameters. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
export function readDocument(document: string): JsonObject {
  const refuse = (why: string) => invalidValue("data", why);
  const parsed = mappingIn(document);
  if (!["1", "1.0"].includes(shown(parsed["schemaVersion"]))) {
    throw refuse("The document's schemaVersion must be 1.0.");
  }
  const phases = objects(parsed, "phases");
  if (phases.length === 0) throw refuse("The document has no phases.");
  for (const phase of phases) {
    for (const step of objects(phase, "steps")) {
      const name = text(step, "name") ?? "";
      if (!/^[-_A-Za-z0-9]+$/.test(name)) {
        throw refuse(
          `Invalid step name '${name}' in phase '${text(phase, "name") ?? ""}'. Allowed characters are combinations of numbers [0-9], english letters [a-z,A-Z] and special characters [-_].`,
        );
      }
    }
  }
  // A component that only tests is a test component.
  const type = phases.every((phase) => text(phase, "name") === "test") ? "TEST" : "BUILD";
  const parameters = objects(parsed, "parameters").flatMap((each) =>
    Object.entries(each).map(([name, of]) => parameterOf({ ...(isObject(of) ? of : {}), name })),
  );
  return { type, parameters: parameters.length === 0 ? undefined : parameters };
}

/** A parameter in a document, as answers have it. */
export function parameterOf({ name, type, default: preset, description }: JsonObject): JsonObject {
  return { name, type, defaultValue: preset === undefined ? undefined : [shown(preset)], description };
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-container-recipes.html */
export function checkDockerfile(template: string, hasComponents: boolean): void {
  const refuse = (why: string) => invalidValue("dockerfileTemplateData", why);
  const at = (variable: string) => template.search(new RegExp(`\\{\\{\\{\\s*imagebuilder:${variable}\\s*\\}\\}\\}`));
  if (!/^\s*FROM\s+\{\{\{\s*imagebuilder:parentImage\s*\}\}\}/im.test(template)) {
    throw refuse("The template must have {{{ imagebuilder:parentImage }}} in FROM.");
  }
  if (!hasComponents) return;
  if (at("environments") < 0) throw refuse("The template must have {{{ imagebuilder:environments }}}.");
  if (at("components") < at("environments")) {
    throw refuse("The template must have {{{ imagebuilder:components }}} behind {{{ imagebuilder:environments }}}.");
  }
}
