import { type At, error, type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { checkConditions } from "./component-document/check-conditions";
import { checkKeys } from "./component-document/check-keys";
import { checkNames } from "./component-document/check-names";
import { checkParameters } from "./component-document/check-parameters";
import { checkReferences } from "./component-document/check-references";
import { checkScripts } from "./component-document/check-scripts";
import { checkSchema } from "./component-document/check-schema";
import { checkSteps, type Platform, platformOf } from "./component-document/check-steps";
import { kindOf, otherKind } from "./component-document/kind";
import type { Located } from "@pipelines/findings/located";
import { modelOf } from "./component-document/model";
import { readParameters } from "./component-document/read-parameters";
import { readYaml } from "./component-document/read-yaml";

export type { Platform } from "./component-document/check-steps";

/** Maximum length, in characters, of a document that a component can contain (`data`). */
export const mostCharacters = 16_000;

/**
 * Maximum size, in bytes, of a document that a component can refer to (`uri`), according to Image Builder's quota.
 * Larger ones are not read.
 */
const mostBytes = 64 * 1024;

/**
 * Maximum number of findings reported for one document. If there are more, it is better to fix the first ones before
 * looking at the rest.
 */
const mostFindings = 100;

export interface ComponentDocument {
  /** Path to show in findings, relative to the project's root. */
  readonly file: string;
  readonly text: string;
  /** Platform of the component. @default the one that the document's actions run on */
  readonly platform?: Platform;
  /** Whether a component contains the document (`data`) instead of its S3 URI. @default true */
  readonly embedded?: boolean;
  /** The recipe's values for the document's parameters; if omitted, missing values are not reported. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * Returns everything that is wrong with a component document, in line order.
 *
 * When in doubt, a document passes: rejecting what Image Builder accepts is worse than missing a mistake.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
export function checkComponentDocument(document: ComponentDocument): Finding[] {
  return checkDocumentText(document, (located) =>
    kindOf(located.value) === "workflow" ? [otherKind("component", located)] : checkComponent(located, document),
  );
}

/** Returns everything that is wrong with a component document that has already been read. */
export function checkComponent(
  written: Located,
  { platform, parameters }: Pick<ComponentDocument, "platform" | "parameters">,
): Finding[] {
  const { located, findings } = readParameters(written, "component");
  const model = modelOf(located.value);
  return [
    ...findings,
    ...checkSchema(located),
    ...checkNames(model, located),
    ...checkKeys(model, located),
    ...checkConditions(model, located),
    ...checkSteps(model, platform ?? platformOf(model), located),
    ...checkReferences(model, located),
    ...checkScripts(model, located),
    ...(parameters ? checkParameters(model, parameters, located) : []),
  ];
}

/** Reads a document of either kind and, if it can be read, checks it. */
export function checkDocumentText(
  { file, text, embedded = true }: Pick<ComponentDocument, "file" | "text" | "embedded">,
  check: (located: Located) => Finding[],
): Finding[] {
  const findings = checkCharacters(file, text, embedded);
  if (findings.some(({ code }) => code !== "IB-DOC-SIZE") || Buffer.byteLength(text) > mostBytes) return findings;
  const { located, findings: syntax } = readYaml(file, text);
  return ordered([...findings, ...syntax, ...(located ? check(located) : [])]);
}

/** Returns the findings for one document, in line order and without repetitions. */
function ordered(findings: readonly Finding[]): Finding[] {
  return cut(withoutEchoes(findings).sort(byPosition));
}

/**
 * Removes findings that only repeat another one at the same position, because one mistake can violate several rules.
 */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, string[]>();
  const placeOf = ({ line = 0, column = 0 }: Finding): string => `${line}:${column}`;
  for (const finding of findings) {
    const codes = places.get(placeOf(finding)) ?? [];
    // Each code is kept only once: a position may have many findings, but few codes.
    if (!codes.includes(finding.code)) codes.push(finding.code);
    places.set(placeOf(finding), codes);
  }
  return findings.filter((finding) => {
    const here = (code: string): boolean => places.get(placeOf(finding))?.includes(code) === true;
    if (finding.code === "IB-DOC-TYPE") return !here("IB-YAML-UNQUOTED");
    if (finding.code === "IB-DOC-VALUE" && here("IB-YAML-QUOTE")) return false;
    // A value of the wrong kind also violates all other rules.
    if (["IB-DOC-VALUE", "IB-DOC-ACTION", "IB-DOC-ONE-OF", "IB-DOC-CONDITION"].includes(finding.code))
      return !here("IB-DOC-TYPE");
    if (finding.code !== "IB-DOC-UNKNOWN-KEY") return true;
    return !["IB-DOC-INPUT", "IB-DOC-MISSING", "IB-DOC-OPERAND"].some(here);
  });
}

/** Returns at most {@link mostFindings}; if there are more, the last one says how many. */
function cut(findings: readonly Finding[]): Finding[] {
  const shown = findings.slice(0, mostFindings);
  const hidden = findings.slice(mostFindings);
  const [next] = hidden;
  if (next === undefined) return shown;
  const { file, line, column } = next;
  const words = { found: `${hidden.length} more findings from here on, which are not shown`, allowed: "no findings" };
  return [...shown, (hasErrors(hidden) ? error : warning)({ file, line, column }, "IB-DOC-MORE", words)];
}

function byPosition(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.code < b.code ? -1 : 1);
}

/** Checks the raw text of a component or workflow document before it is parsed. */
function checkCharacters(file: string, text: string, embedded: boolean): Finding[] {
  const findings: Finding[] = [];
  const start = { file, line: 1, column: 1 };
  // A surrogate pair counts as one character.
  const length = text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) {
    const words = { found: `a document of ${bytes} bytes`, allowed: `at most ${mostBytes} bytes, even in S3` };
    findings.push(error(start, "IB-DOC-SIZE", { ...words, fix: "fetch long scripts with S3Download" }));
  } else if (length > mostCharacters) {
    findings.push(
      (embedded ? error : warning)(start, "IB-DOC-SIZE", {
        found: `a document of ${length} characters`,
        allowed: `at most ${mostCharacters} characters if it is not in S3, or ${mostBytes} bytes with an S3 URI`,
        fix: "move it to S3, split it into two components, or fetch long scripts with S3Download",
      }),
    );
  }
  // YAML allows no control characters except tabs and line breaks; Image Builder's API rejects NUL in particular.
  const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.exec(text);
  if (control) {
    const code = control[0] === "\x00" ? "IB-DOC-NUL" : "IB-YAML-CONTROL";
    const name = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    findings.push(
      error(placeOf(file, text, control.index), code, {
        found: code === "IB-DOC-NUL" ? "a NUL character" : `the control character ${name}`,
        allowed: "text; tab, line feed and carriage return are the only control characters",
        fix: "save the file as UTF-8 text",
      }),
    );
  }
  return findings;
}

function placeOf(file: string, text: string, offset: number): At {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before[before.length - 1] ?? "").length + 1 };
}
