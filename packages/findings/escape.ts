/**
 * Makes text that this project did not write harmless where it is shown, with one function for each target. The text
 * cannot end a cell, fence, fold or tag, mention anybody, control a terminal or give a command to a workflow.
 */

/**
 * Control characters (an ANSI escape begins with one), and the marks that turn the direction of writing or hide text
 * (https://trojansource.codes). Line feeds and tabs are not among them.
 */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text for a terminal: lines stay lines, and invisible characters are shown as their codes, such as `\u001b`. */
export function terminal(text: string): string {
  // Lone surrogates, which JSON may contain and UTF-8 may not, become the replacement character.
  return Buffer.from(text.replaceAll("\r\n", "\n"))
    .toString()
    .replace(invisible, (character) => shown(character));
}

/**
 * Text for the log of a workflow, in which a line that begins with `::` or contains `##[` is a command.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowLog(text: string): string {
  return terminal(text)
    .replace(/^([ \t]*):(?=:)/gm, `$1${shown(":")}`)
    .replace(/#(?=#\[)/g, shown("#"));
}

/** Text of a label in a Mermaid chart, on one line. https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters */
export function mermaid(text: string): string {
  const line = terminal(text).replace(/\s+/g, " ");
  return line.replace(/[#"<>`&\\]/g, (character) => `#${character.charCodeAt(0)};`);
}

/** Text for HTML and SVG, between tags and in the quotes of attributes. */
export function html(text: string): string {
  return terminal(text).replace(/[&<>"']/g, (character) => entities[character] ?? entity(character));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Longest part of a value that is shown in a table cell. */
const longestCell = 160;

/**
 * Text for Markdown, as code on one line: in a paragraph or a cell of a table.
 * https://github.github.com/gfm/
 */
export function code(text: string, longest = longestCell): string {
  const line = terminal(shorten(text, longest)).replaceAll("\n", "⏎").replaceAll("\t", "→");
  if (line.trim() === "") return line === "" ? '`""`' : "`(blank)`";
  // A bar ends a cell even in a code span, and some renderers interpret HTML in one.
  return /[`|\\<]/.test(line) ? element(line) : `\`${line}\``;
}

/** Text for Markdown, as part of a sentence or of a cell, on one line. */
export function prose(text: string): string {
  const line = terminal(text).replace(/\s+/g, " ");
  // Entities for whatever begins a mention or HTML; Markdown's own escape for everything else.
  return line
    .replace(/[\\`*{}[\]|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replace(/[@&<>]/g, (character) => `<code>${entity(character)}</code>`);
}

/** Multi-line text for Markdown, as a fenced block of its own. */
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

/** Shortened in the middle. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
