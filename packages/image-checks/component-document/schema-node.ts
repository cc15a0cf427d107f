import schema from "../schemas/component-document.schema.json";
import { isRecord } from "@pipelines/findings/values";

/** Returns a definition from the schema: `step`, or the name of an action. */
function definition(name: string): Readonly<Record<string, unknown>> {
  const node: unknown = Reflect.get(schema.definitions, name);
  return isRecord(node) ? node : {};
}

/** Returns the description of a property, or of the node itself. */
export function description(node: Readonly<Record<string, unknown>>, property?: string): string {
  const target = property === undefined ? node : isRecord(node.properties) ? node.properties[property] : undefined;
  const text = isRecord(target) && typeof target.description === "string" ? target.description : "";
  return text.replace(/\.$/, "");
}

/** The names of all action modules. */
export const knownActions: readonly string[] = schema.definitions.step.properties.action.anyOf.flatMap(
  (each) => each.enum ?? [],
);

/** Returns the names of the fields in a schema definition. */
export function knownKeys(name: string): string[] {
  const node = definition(name);
  const fields = isRecord(node.items) ? node.items.properties : node.properties;
  return isRecord(fields) ? Object.keys(fields) : [];
}

/** Returns an action's required inputs. */
export function requiredInputs(action: string): string[] {
  const node = definition(action);
  const { required } = isRecord(node.items) ? node.items : node;
  return Array.isArray(required) ? required.filter((each) => typeof each === "string") : [];
}

/** The comparison and logical operators that a condition can have. */
export const knownOperators: readonly string[] = schema.definitions.condition.oneOf.flatMap(({ required }) => required);

/** The fields of the document itself. */
export const documentKeys: readonly string[] = Object.keys(schema.properties);
