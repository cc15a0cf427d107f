import { createTwoFilesPatch } from "diff";
import type { AttributeChange } from "./attributes";
import { code, fence } from "@pipelines/findings/escape";
import { type Action, because, type ResourceChange } from "./resource-change";
import { cell, isList, isMap, parsed, plain, serialized, type Value } from "./values";

/** Maximum number of attributes shown for one resource. */
const shownAttributes = 60;
/** Maximum number of lines shown of a string or a diff. */
const shownLines = 120;
/** Maximum length of a list or map shown as JSON in a cell. */
const longestCellJson = 80;
/** Maximum length of a string that is compared line by line; AWS accepts documents of up to 16,000 characters. */
const comparedCharacters = 100_000;
/** Number of differing lines at which a comparison is abandoned: its time grows with the square of that number. */
const comparedEdits = 2_000;

/** Renders the changes to one resource as Markdown, attribute by attribute. */
export function renderResource(
  change: ResourceChange,
  happens = `${actionWords[change.action]}${because(change)}`,
): string {
  const head = `**${code(change.address)}** ${happens}`;
  const details = change.action === "delete" ? "" : renderAttributes(change.attributes, change.action === "create");
  return details === "" ? head : `${head}\n\n${details}`;
}

/** Renders changes to attributes or outputs; `created` if they belong to something new. */
export function renderAttributes(attributes: readonly AttributeChange[], created = false): string {
  const rows: string[] = [];
  const texts: string[] = [];
  for (const attribute of attributes.slice(0, shownAttributes)) {
    const { path, before, after } = attribute;
    const text = lineByLine(attribute);
    if (text !== undefined) texts.push(`${code(path)}:\n\n${text}`);
    else rows.push(`| ${code(path)} | ${created ? "" : `${cell(before)} | `}${cell(after)} |`);
  }
  const header = created ? "| | |\n|---|---|" : "| Attribute | Before | After |\n|---|---|---|";
  if (rows.length > 0) texts.unshift([header, ...rows].join("\n"));
  const left = attributes.length - shownAttributes;
  if (left > 0) texts.push(`… and ${left} more attributes.`);
  return texts.join("\n\n");
}

const actionWords: Readonly<Record<Action, string>> = {
  create: "is created",
  update: "is updated in place",
  "delete,create": "is destroyed and then re-created",
  "create,delete": "is re-created, and then the old one is destroyed",
  delete: "is destroyed",
  forget: "is forgotten",
  "no-op": "stays as it is",
  read: "is read",
  "unheard-of": "is changed in a way that this summary does not recognize",
};

/**
 * Renders a multi-line string or a JSON document as a separate block; returns undefined for anything that fits in a
 * cell.
 */
function lineByLine({ before, after }: AttributeChange): string | undefined {
  const composite = [before, after].some((value) => (isList(value) || isMap(value)) && isLong(value));
  const [old, now] = [linesOf(before, composite), linesOf(after, composite)];
  if (old === undefined || now === undefined || !`${old}${now}`.includes("\n")) return undefined;
  if (old === "" || now === "") {
    const sign = old === "" ? "+" : "-";
    return fence(cut(`${old}${now}`.split("\n").map((line) => `${sign}${line}`)), "diff");
  }
  // Both get a trailing newline; otherwise the diff would note that each of them lacks one.
  const options = { context: 2, maxEditLength: comparedEdits } as const;
  const patch =
    Math.max(old.length, now.length) <= comparedCharacters
      ? createTwoFilesPatch("before", "after", `${old}\n`, `${now}\n`, undefined, undefined, options)
      : undefined;
  if (patch === undefined) return `(${old.length} → ${now.length} characters, too different to compare)`;
  // Leaves out the header lines with the two file names, because there are no files.
  return fence(cut(patch.trimEnd().split("\n").slice(3)), "diff");
}

/** Returns the text to compare; a JSON document, a list or a map has one line per member. */
function linesOf(value: Value | undefined, composite: boolean): string | undefined {
  if (value === undefined || value === null) return "";
  if (isList(value) || isMap(value)) return composite ? JSON.stringify(plain(value), undefined, 2) : undefined;
  if (typeof value !== "string") return undefined;
  const document = value.length <= comparedCharacters && /^\s*\{/.test(value) ? parsed(value) : undefined;
  return serialized(document, 2) ?? value;
}

function isLong(value: Value): boolean {
  return JSON.stringify(plain(value)).length > longestCellJson;
}

function cut(lines: readonly string[]): string {
  const shown = lines.slice(0, shownLines).map((line) => (line.length > 300 ? `${line.slice(0, 300)} …` : line));
  if (lines.length > shownLines) shown.push(`… and ${lines.length - shownLines} more lines`);
  return shown.join("\n");
}
