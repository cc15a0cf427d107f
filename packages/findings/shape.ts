import * as v from "valibot";
import { fieldOf } from "./located";
import { error, type Finding } from "./finding";
import { nearest } from "./nearest";
import { excerpt, list, quote } from "./text";
import { isRecord } from "./values";

// Every schema's message states what is allowed; `readShape` uses nothing else from it.

export const text = v.string("text");
export const texts = v.array(text, "a list of strings");
export const flag = v.boolean("true or false");
export const textMap = v.pipe(
  v.custom<Record<string, string | undefined>>(isRecord, "an object whose values are strings"),
  v.transform(withoutUndefined),
  v.record(v.string(), text),
);

export function oneOf<const Options extends readonly string[]>(...options: Options): v.PicklistSchema<Options, string> {
  return v.picklist(options, list(options.map(quote), "or"));
}

export function wholeNumber(min: number, max: number): v.GenericSchema<number> {
  const words = `a whole number from ${min} to ${max}`;
  return v.pipe(v.number(words), v.integer(words), v.minValue(min, words), v.maxValue(max, words));
}

/** Rejects every value; used for values that match none of the alternatives. */
export function nothing(words: string): v.GenericSchema<never> {
  return v.custom<never>(() => false, words);
}

type ObjectOf<Fields extends v.ObjectEntries> = v.ObjectSchema<Fields, undefined>;

/** Accepts an object with these fields and no others. A field that is `undefined` counts as absent. */
export function object<Fields extends v.ObjectEntries>(
  fields: Fields,
): v.GenericSchema<v.InferInput<ObjectOf<Fields>>, v.InferOutput<ObjectOf<Fields>>> {
  return v.pipe(
    v.custom<v.InferInput<ObjectOf<Fields>>>(isRecord, "an object"),
    v.transform(withoutUndefined),
    v.objectWithRest(fields, v.never(Object.keys(fields).join(" ")), ({ path }) => {
      // Called only for missing fields: uses the message that the field's own schema has for `undefined`.
      const field = fields[String(path?.[0].key)];
      return (field && v.safeParse(field, undefined).issues?.[0].message) ?? "a value";
    }),
  );
}

/** The type that people write, according to the schema. */
export type Written<Schema extends v.GenericSchema> = Immutable<v.InferInput<Schema>>;
/** The type that reading produces, with defaults filled in. */
export type Read<Schema extends v.GenericSchema> = Immutable<v.InferOutput<Schema>>;

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]: Immutable<T[Field]> }
    : T;

/**
 * Returns a value with all defaults filled in, along with findings about its shape: unknown fields, missing ones, and
 * values of the wrong kind. The compiler detects these as well, but a synth runs without it.
 *
 * A field with a finding is left out of the value, and its default or the one from `placeholders` is used instead, so
 * that everything else can still be checked.
 */
export function readShape<Input, Output>(
  schema: v.GenericSchema<Input, Output>,
  given: unknown,
  file: string,
  placeholders: Input,
): { readonly value: Output; readonly findings: Finding[] } {
  const result = v.safeParse(schema, given, { abortPipeEarly: true });
  if (result.success) return { value: result.output, findings: [] };
  const wrong = new Set(result.issues.map(({ path }) => path?.[0].key));
  const sound = Object.entries(isRecord(given) ? given : {}).filter(([field]) => !wrong.has(field));
  return {
    value: v.parse(schema, { ...placeholders, ...Object.fromEntries(sound) }),
    findings: result.issues.map((issue) => shapeFinding(issue, file)),
  };
}

function shapeFinding({ type, input, message, path }: v.BaseIssue<unknown>, file: string): Finding {
  const last = path?.at(-1);
  const place =
    path === undefined
      ? { file }
      : { file, field: fieldOf(path.map(({ key }) => (typeof key === "number" ? key : String(key)))) };
  const name = String(last?.key);
  if (type === "never") {
    const fields = message.split(" ");
    const near = nearest(name, fields);
    return error(place, "IB-FIELD-UNKNOWN", {
      found: `there is no field ${quote(name)} here`,
      allowed: list(fields),
      fix: near === undefined ? undefined : `write ${near}`,
    });
  }
  if (last?.origin === "key") return error(place, "IB-FIELD-MISSING", { found: `no ${name}`, allowed: message });
  return error(place, "IB-FIELD-KIND", { found: shown(input), allowed: message, fix: fixOf(input, message) });
}

/** Suggests the value that was probably meant, if it only has the wrong form. */
function fixOf(value: unknown, allowed: string): string | undefined {
  // Not the text itself: 1.10 is the number 1.1.
  if (typeof value === "number" && allowed === text.message) return "put it in quotes";
  if (typeof value !== "string") return undefined;
  if (allowed === texts.message) return `write [${quote(value)}]`;
  if (allowed === flag.message && /^(?:true|false)$/.test(value)) return `write ${value}, without quotes`;
  const near = nearest(
    value,
    [...allowed.matchAll(/"([^"]+)"/g)].map(([, option = ""]) => option),
  );
  return near === undefined ? undefined : `write ${quote(near)}`;
}

/** Describes a value of any kind in a few words. */
function shown(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) {
    const fields = Object.keys(value);
    return fields.length === 0 ? "an object without fields" : `an object with ${excerpt(list(fields))}`;
  }
  return typeof value === "function" ? "a function" : String(value);
}

export function hasField(value: unknown, field: string): boolean {
  return isRecord(value) && value[field] !== undefined;
}

/** Returns a copy without the fields that are `undefined`. */
export function withoutUndefined<T extends object>(value: T): T {
  const kept = { ...value };
  for (const [field, inner] of Object.entries(kept)) if (inner === undefined) Reflect.deleteProperty(kept, field);
  return kept;
}
