import { At, error, Finding } from "./finding";
import { nearest } from "./nearest";
import { list, quote } from "./text";

/** What a field must be, in words and as a test. */
export interface Kind {
  readonly words: string;
  readonly is: (value: unknown) => boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const text: Kind = { words: "text", is: isText };
export const flag: Kind = { words: "true or false", is: (value) => typeof value === "boolean" };
export const record: Kind = { words: "an object", is: isRecord };
export const texts: Kind = { words: "a list of texts", is: (value) => Array.isArray(value) && value.every(isText) };
export const records: Kind = {
  words: "a list of objects",
  is: (value) => Array.isArray(value) && value.every(isRecord),
};
export const textMap: Kind = {
  words: "an object whose values are texts",
  is: (value) => isRecord(value) && Object.values(value).every(isText),
};

export function oneOf(...values: readonly string[]): Kind {
  return { words: list(values.map(quote), "or"), is: (value) => isText(value) && values.includes(value) };
}

export function listOf(kind: Kind): Kind {
  return { words: `a list of ${kind.words}`, is: (value) => Array.isArray(value) && value.every(kind.is) };
}

export function wholeNumber(min: number, max: number): Kind {
  const is = (value: unknown): boolean =>
    typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
  return { words: `a whole number from ${min} to ${max}`, is };
}

export function either(...kinds: readonly Kind[]): Kind {
  return {
    words: list(
      kinds.map(({ words }) => words),
      "or",
    ),
    is: (value) => kinds.some((kind) => kind.is(value)),
  };
}

/**
 * Fields that do not exist, and fields that are of the wrong kind.
 *
 * The compiler sees these too, but the synth runs without it.
 */
export function checkShape(value: object, fields: Readonly<Record<string, Kind>>, at: At): Finding[] {
  const path = (field: string): string => (at.field === undefined ? field : `${at.field}.${field}`);
  return Object.entries(value).flatMap(([field, found]): Finding[] => {
    const place = { ...at, field: path(field) };
    const kind = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (kind === undefined) {
      const near = nearest(field, Object.keys(fields));
      return [
        error(place, "IB-FIELD-UNKNOWN", {
          found: `there is no field ${quote(field)} here`,
          allowed: list(Object.keys(fields)),
          fix: near === undefined ? undefined : `write ${near}`,
        }),
      ];
    }
    if (found === undefined || kind.is(found)) return [];
    const shown = JSON.stringify(found) as string | undefined;
    return [error(place, "IB-FIELD-KIND", { found: quote(shown ?? typeof found), allowed: kind.words })];
  });
}
