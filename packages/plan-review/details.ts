import { createTwoFilesPatch } from "diff";
import type { AttributeChange } from "./attributes";
import { code, fence } from "@pipelines/findings/escape";
import { type Action, because, type ResourceChange } from "./resource-change";
import { cell, isArray, isMap, parsed, plain, type Value } from "./values";

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

/**
 * Renders the changes to one resource as Markdown, attribute by attribute. If no resource is given, renders the changes
 * to outputs.
 */
export function renderResource(
  change: ResourceChange | undefined,
  attributes: readonly AttributeChange[],
  happens = change === undefined ? "" : `${actionWords[change.action]}${because(change)}`,
): string {
  const created = change?.action === "create";
  const all = change?.action === "delete" ? [] : attributes;
  const rows: string[] = [];
  const texts: string[] = [];
  for (const attribute of all.slice(0, shownAttributes)) {
    const { path, before, after } = attribute;
    const text = lineByLine(attribute);
    if (text !== undefined) texts.push(`${code(path)}:\n\n${text}`);
    else rows.push(`| ${code(path)} | ${created ? "" : `${cell(before)} | `}${cell(after)} |`);
  }
  const header = created ? "| | |\n|---|---|" : "| Attribute | Before | After |\n|---|---|---|";
  const left = all.length - shownAttributes;
  return [
    ...(change === undefined ? [] : [`**${code(change.address)}** ${happens}`]),
    ...(rows.length > 0 ? [[header, ...rows].join("\n")] : []),
    ...texts,
    ...(left > 0 ? [`… and ${left} more attributes.`] : []),
  ].join("\n\n");
}

const actionWords: Readonly<Record<Action, string>> = {
  create: "is created",
  update: "is updated in place",
  "delete-create": "is destroyed and then re-created",
  "create-delete": "is re-created, and then the old one is destroyed",
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
  const composite = [before, after].some((value) => (isArray(value) || isMap(value)) && isLong(value));
  const [old, now] = [linesOf(before, composite), linesOf(after, composite)];
  if (old === undefined || now === undefined) return undefined;
  if (!old.includes("\n") && !now.includes("\n")) return undefined;
  if (old === "" || now === "") {
    const sign = old === "" ? "+" : "-";
    const lines = (old === "" ? now : old).split("\n").map((line) => `${sign}${line}`);
    return fence(cut(lines), "diff");
  }
  const message = `(${old.length} → ${now.length} characters, too different to compare)`;
  if (old.length > comparedCharacters || now.length > comparedCharacters) return message;
  // Both get a trailing newline; otherwise the diff would note that each of them lacks one.
  const patch = createTwoFilesPatch("before", "after", `${old}\n`, `${now}\n`, undefined, undefined, {
    context: 2,
    maxEditLength: comparedEdits,
  });
  if (patch === undefined) return message;
  // Leaves out the header lines with the two file names, because there are no files.
  return fence(cut(patch.trimEnd().split("\n").slice(3)), "diff");
}

/** Returns the text to compare; a JSON document, a list or a map has one line per member. */
function linesOf(value: Value | undefined, composite: boolean): string | undefined {
  if (value === undefined || value === null) return "";
  if (isArray(value) || isMap(value)) return composite ? JSON.stringify(plain(value), undefined, 2) : undefined;
  if (typeof value !== "string") return undefined;
  const document = value.length <= comparedCharacters && /^\s*\{/.test(value) ? parsed(value) : undefined;
  try {
    return document === undefined ? value : JSON.stringify(document, undefined, 2);
  } catch {
    // It is nested so deeply that it can be parsed but not serialized.
    return value;
  }
}

function isLong(value: Value): boolean {
  return JSON.stringify(plain(value)).length > longestCellJson;
}

function cut(lines: readonly string[]): string {
  const shown = lines.slice(0, shownLines).map((line) => (line.length > 300 ? `${line.slice(0, 300)} …` : line));
  if (lines.length > shownLines) shown.push(`… and ${lines.length - shownLines} more lines`);
  return shown.join("\n");
}
