/**
 * Makes text from a plan harmless in a comment: it can neither end a table cell, a fence or a fold, nor become
 * HTML, nor call people. All text that this project did not write itself passes through here.
 * https://github.github.com/gfm/
 */

/** Longest piece of a value that stands in a table cell. */
const longestCell = 160;

/**
 * Characters that are not seen, or that change how others are: control characters (an ANSI escape begins with
 * one) and the marks that turn the direction of writing (https://trojansource.codes).
 */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text on one line, as code: in a paragraph or a cell of a table. */
export function code(text: string, longest = longestCell): string {
  const line = visible(shorten(text, longest)).replaceAll("\n", "⏎").replaceAll("\t", "→");
  if (line.trim() === "") return line === "" ? '`""`' : "`(blank)`";
  // A bar ends a cell even in a code span, and not everything that shows Markdown leaves HTML in one alone.
  return /[`|\\<]/.test(line) ? element(line) : `\`${line}\``;
}

/** Text that may have many lines, as a fenced block of its own. */
export function fence(text: string, language = ""): string {
  const body = visible(text);
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

/** Shows what cannot be seen as its code, such as `\u001b`. */
function visible(text: string): string {
  // Halves of a character, which JSON may hold and UTF-8 may not, become the sign for that.
  return Buffer.from(text.replaceAll("\r\n", "\n"))
    .toString()
    .replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Cut in its middle, with its length. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor(longest / 2);
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
