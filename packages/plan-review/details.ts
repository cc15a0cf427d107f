import { createTwoFilesPatch } from "diff";
import type { AttributeChange } from "./attributes";
import { code, fence } from "@pipelines/findings/escape";
import { type Action, because, type ResourceChange } from "./resource-change";
import { cell, isArray, isMap, parsed, plain, type Value } from "./values";

/** Attributes of one resource that are shown. */
const shownAttributes = 60;
/** Lines of a text or of a difference that are shown. */
const shownLines = 120;
/** Longest list or map that stands in a cell, as JSON. */
const longestCellJson = 80;
/** Longest text that is compared line by line; AWS takes 16,000 characters of a document. */
const comparedCharacters = 100_000;
/** Lines that may differ before a comparison is given up: its time grows with their square. */
const comparedEdits = 2_000;

/** What changes in one resource, attribute by attribute, as Markdown. Without a resource: of outputs. */
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
  "delete-create": "is destroyed and then created anew",
  "create-delete": "is created anew and then destroyed",
  delete: "is destroyed",
  forget: "is forgotten",
  "no-op": "stays as it is",
  read: "is read",
  "unheard-of": "is changed in a way that this summary does not know",
};

/** A text of several lines or a JSON document as a block of its own; undefined for all that fits into a cell. */
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
  // Both end in a line end, or the comparison says of each that it does not.
  const patch = createTwoFilesPatch("before", "after", `${old}\n`, `${now}\n`, undefined, undefined, {
    context: 2,
    maxEditLength: comparedEdits,
  });
  if (patch === undefined) return message;
  // Without the lines that name two files, which there are not.
  return fence(cut(patch.trimEnd().split("\n").slice(3)), "diff");
}

/** The text that is compared: of a JSON document, a list or a map, one with a line for each member. */
function linesOf(value: Value | undefined, composite: boolean): string | undefined {
  if (value === undefined || value === null) return "";
  if (isArray(value) || isMap(value)) return composite ? JSON.stringify(plain(value), undefined, 2) : undefined;
  if (typeof value !== "string") return undefined;
  const document = value.length <= comparedCharacters && /^\s*\{/.test(value) ? parsed(value) : undefined;
  try {
    return document === undefined ? value : JSON.stringify(document, undefined, 2);
  } catch {
    // Nested so deep that it can be read and not be written.
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
