import { type At, error, type Finding } from "./finding";
import { checkKeys } from "./component-document/check-keys";
import { checkNames } from "./component-document/check-names";
import { checkParameters } from "./component-document/check-parameters";
import { checkReferences } from "./component-document/check-references";
import { checkSchema } from "./component-document/check-schema";
import { checkSteps, type Platform } from "./component-document/check-steps";
import { modelOf } from "./component-document/model";
import { readYaml } from "./component-document/read-yaml";

export type { Platform } from "./component-document/check-steps";

/** Characters of a document that a component holds itself (`data`). */
export const MOST_CHARACTERS = 16_000;

/** Bytes of a document that a component refers to (`uri`). What is longer still is not read at all. */
const MOST_BYTES = 64 * 1024;

/** Findings told of one document; past that, mending the first ones comes before reading on. */
const MOST_FINDINGS = 100;

export interface ComponentDocument {
  /** Path for the findings, relative to the project's root. */
  readonly file: string;
  readonly text: string;
  /** Platform of the component. */
  readonly platform: Platform;
  /** Values a recipe gives for the document's parameters; without it, missing values are not looked for. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * What is wrong with a component document, all at once, in the order of its lines.
 *
 * When in doubt a document passes: refusing what Image Builder accepts is worse than missing a mistake.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
 */
export function checkComponentDocument({ file, text, platform, parameters }: ComponentDocument): Finding[] {
  const findings = checkCharacters(file, text);
  if (findings.some(({ code }) => code !== "IB-DOC-SIZE") || text.length > MOST_BYTES) return findings;
  const { located, findings: syntax } = readYaml(file, text);
  findings.push(...syntax);
  if (located) {
    const model = modelOf(located.value);
    findings.push(
      ...checkSchema(located),
      ...checkNames(model, located),
      ...checkKeys(model, located),
      ...checkSteps(model, platform, located),
      ...checkReferences(model, located),
      ...(parameters ? checkParameters(model, parameters, located) : []),
    );
  }
  return findings.filter(isNoEcho).sort(byPosition).slice(0, MOST_FINDINGS);
}

/** One slip shows in several rules: what only repeats another finding of the same place is left out. */
function isNoEcho(finding: Finding, _index: number, all: readonly Finding[]): boolean {
  const here = (code: string): boolean =>
    all.some((each) => each.code.startsWith(code) && each.line === finding.line && each.column === finding.column);
  if (finding.code === "IB-DOC-TYPE") return !here("IB-YAML-UNQUOTED");
  // A value of the wrong kind keeps none of the other rules either.
  if (["IB-DOC-VALUE", "IB-DOC-ACTION", "IB-DOC-ONE-OF"].includes(finding.code)) return !here("IB-DOC-TYPE");
  return finding.code !== "IB-DOC-UNKNOWN-KEY" || !(here("IB-DOC-INPUT") || here("IB-DOC-MISSING"));
}

function byPosition(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.code < b.code ? -1 : 1);
}

/** What no YAML parser needs to be asked about. */
function checkCharacters(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  // A surrogate pair is one character.
  const length = text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
  if (length > MOST_CHARACTERS) {
    findings.push(
      error({ file, line: 1, column: 1 }, "IB-DOC-SIZE", {
        found: `a document of ${length} characters`,
        allowed: `at most ${MOST_CHARACTERS} characters`,
        fix: "cut it in two components, or fetch long scripts with S3Download",
      }),
    );
  }
  // YAML allows no control characters but tab and line ends; Image Builder's API refuses NUL in particular.
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
