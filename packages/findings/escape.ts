/**
 * Makes text from outside this project safe to display, with one function for each target. The text cannot end a cell,
 * fence, fold or tag, mention anyone, control a terminal or pass a command to a workflow.
 */

/**
 * Control characters (an ANSI escape starts with one), and characters that change the writing direction or hide text
 * (https://trojansource.codes). Line feeds and tabs are not included.
 */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * Escapes text for a terminal: line breaks are kept, and invisible characters are shown as their codes, such as
 * `\u001b`.
 */
export function terminal(text: string): string {
  // Lone surrogates, which JSON allows but UTF-8 does not, become the replacement character.
  return Buffer.from(text.replaceAll("\r\n", "\n"))
    .toString()
    .replace(invisible, (character) => shown(character));
}

/**
 * Escapes text for a workflow log, in which a line that starts with `::` or contains `##[` is a command.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowLog(text: string): string {
  return terminal(text)
    .replace(/^([ \t]*):(?=:)/gm, `$1${shown(":")}`)
    .replace(/#(?=#\[)/g, shown("#"));
}

/**
 * Escapes text for a label in a Mermaid chart, on one line.
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
export function mermaid(text: string): string {
  const line = terminal(text).replace(/\s+/g, " ");
  return line.replace(/[#"<>`&\\]/g, (character) => `#${character.charCodeAt(0)};`);
}

/** Escapes text for HTML and SVG, between tags and inside quoted attribute values. */
export function html(text: string): string {
  return terminal(text).replace(/[&<>"']/g, (character) => entities[character] ?? entity(character));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Maximum length of a value shown in a table cell. */
const longestCell = 160;

/** Formats text as one line of Markdown code, in a paragraph or a table cell. https://github.github.com/gfm/ */
export function code(text: string, longest = longestCell): string {
  const line = terminal(shorten(text, longest)).replaceAll("\n", "⏎").replaceAll("\t", "→");
  if (line.trim() === "") return line === "" ? '`""`' : "`(blank)`";
  // A pipe character ends a cell even inside a code span, and some renderers interpret HTML in one.
  return /[`|\\<]/.test(line) ? element(line) : `\`${line}\``;
}

/** Escapes text for Markdown, as part of a sentence or cell, on one line. */
export function prose(text: string): string {
  const line = terminal(text).replace(/\s+/g, " ");
  // Uses entities for anything that starts a mention or HTML, and Markdown's own escapes for everything else.
  return line
    .replace(/[\\`*{}[\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replace(/[@&<>]/g, (character) => `<code>${entity(character)}</code>`);
}

/** Formats multi-line text as a separate fenced block in Markdown. */
export function fence(text: string, language = ""): string {
  const body = terminal(text);
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${body}\n${marks}`;
}

function element(line: string): string {
  return `<code>${line.replace(/[^A-Za-z0-9 ./:,;=+()\u0080-\uffff-]/g, entity)}</code>`;
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function shown(character: string): string {
  if (character === "\r") return "\\r";
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Shortens text in the middle. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
