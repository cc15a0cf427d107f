/** Words that may stand before a parenthesis and are no function. */
const keywords = new Set(["if", "in", "for", "else", "endif", "endfor"]);

/**
 * Names of the functions that a template of Terraform calls, wherever in it: in interpolations, directives, strings
 * within them, and behind comments. Undefined if the template uses syntax that this reader does not know.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates
 */
export function calledFunctions(template: string): string[] | undefined {
  const reader = new TemplateReader(template);
  return reader.readTemplate("end") ? reader.functions : undefined;
}

class TemplateReader {
  public readonly functions: string[] = [];
  private at = 0;

  public constructor(private readonly text: string) {}

  /** @param until the end of the text, or the quote that ends a string. @returns whether all of it was understood */
  public readTemplate(until: "end" | "quote"): boolean {
    while (this.at < this.text.length) {
      const two = this.text.slice(this.at, this.at + 2);
      if (/^(\$\$|%%)$/.test(two) && this.text[this.at + 2] === "{") this.at += 3;
      else if (two === "${" || two === "%{") {
        this.at += 2;
        if (!this.readExpression()) return false;
      } else if (until === "quote" && two.startsWith("\\")) this.at += 2;
      else if (until === "quote" && two.startsWith('"')) {
        this.at += 1;
        return true;
      } else this.at += 1;
    }
    return until === "end";
  }

  /** Reads up to the brace that ends an interpolation or a directive. */
  private readExpression(): boolean {
    let depth = 0;
    while (this.at < this.text.length) {
      if (this.skipBlank()) continue;
      const rest = this.text.slice(this.at, this.at + 256);
      // A here-document; no operator looks like it.
      if (rest.startsWith("<<")) return false;
      const [name] = /^[\p{ID_Start}_](?:[\p{ID_Continue}-]|::)*/u.exec(rest) ?? [];
      if (name !== undefined) {
        if (name.length > 128) return false;
        this.at += name.length;
        while (this.skipBlank());
        if (this.text[this.at] === "(" && !keywords.has(name)) this.functions.push(name);
        continue;
      }
      this.at += 1;
      if (rest.startsWith('"')) {
        if (!this.readTemplate("quote")) return false;
      } else if (rest.startsWith("{")) depth += 1;
      else if (rest.startsWith("}")) {
        if (depth === 0) return true;
        depth -= 1;
      }
    }
    return false;
  }

  /** Skips spaces, or one comment. @returns whether there was any */
  private skipBlank(): boolean {
    const blank = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//y;
    blank.lastIndex = this.at;
    const [skipped] = blank.exec(this.text) ?? [];
    this.at += skipped?.length ?? 0;
    return skipped !== undefined;
  }
}
