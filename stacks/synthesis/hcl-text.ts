/**
 * A string of Terraform's JSON syntax in native syntax, where both are templates: `${…}` and `%{…}` stay what they
 * are, and everything around them is escaped for its place between quotes.
 *
 * CDKTF's own rendering makes heredocs of text with line breaks, which adds a line break, turns CRLF into LF and
 * ends at a line `EOF`; and it leaves quotes and backslashes alone wherever there is a `${`.
 */
export function template(text: string): string {
  let rendered = "";
  let from = 0;
  while (from < text.length) {
    const start = nextSequence(text, from);
    const end = start === text.length ? start : endOfSequence(text, start);
    rendered += escape(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return `"${rendered}"`;
}

/** A string that is not a template in JSON syntax (descriptions, versions, backends, defaults): nothing in it is evaluated. */
export function literalString(text: string): string {
  return `"${escape(text.replaceAll(/[$%]\{/g, (brace) => brace.charAt(0) + brace))}"`;
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
function escape(text: string): string {
  const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };
  return text.replaceAll(
    /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => short[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Where the next `${` or `%{` is that is not escaped as `$${` or `%%{`; the end of the text if there is none. */
function nextSequence(text: string, from: number): number {
  for (let at = from; at < text.length - 1; at++) {
    const char = text.charAt(at);
    if (char !== "$" && char !== "%") continue;
    if (text.startsWith(`${char}{`, at + 1)) at += 2;
    else if (text.charAt(at + 1) === "{") return at;
  }
  return text.length;
}

/** Behind the brace that closes the sequence: braces nest, and those within quotes do not count. */
function endOfSequence(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') at = endOfQuotes(text, at) - 1;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfQuotes(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (char === '"') return at + 1;
    else if ((char === "$" || char === "%") && nextSequence(text, at) === at) at = endOfSequence(text, at) - 1;
  }
  return text.length;
}
