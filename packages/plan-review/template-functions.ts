/** Words that may precede a parenthesis without being a function. */
const keywords = new Set(["if", "in", "for", "else", "endif", "endfor"]);

/**
 * Returns the names of the functions that a Terraform template calls, anywhere in it: in interpolations, directives,
 * strings within them, and after comments. Undefined if the template uses syntax that this reader does not know.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates
 */
export function calledFunctions(template: string): string[] | undefined {
  const tokens = {
    text: /\$\$\{|%%\{|[$%]\{|[^$%]+|[^]/y,
    string: /\$\$\{|%%\{|[$%]\{|"|\\[^]|[^$%"\\]+|[^]/y,
    code: /(?<blank>\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)|(?<name>[\p{ID_Start}_](?:[\p{ID_Continue}-]|::)*)|<<|[^]/uy,
  } as const;
  const functions: string[] = [];
  /** The expressions, braces and strings that enclose the current position, outermost first. */
  const open: (keyof typeof tokens)[] = [];
  let last = "";
  for (let at = 0; at < template.length;) {
    const inside = open.at(-1) ?? "text";
    tokens[inside].lastIndex = at;
    const { 0: token = "", groups: { blank, name = "" } = {} } = tokens[inside].exec(template) ?? {};
    at += Math.max(1, token.length);
    if (blank !== undefined) continue;
    if (inside === "code") {
      // A here-document; no operator looks like this.
      if (token === "<<") return undefined;
      if (token === "(" && last !== "" && !keywords.has(last)) functions.push(last);
      if (token === "{") open.push("code");
      else if (token === '"') open.push("string");
      else if (token === "}") open.pop();
      last = name;
    } else if (token === "${" || token === "%{") open.push("code");
    else if (inside === "string" && token === '"') open.pop();
  }
  return open.length === 0 ? functions : undefined;
}
