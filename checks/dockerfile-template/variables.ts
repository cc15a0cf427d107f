/** The variables Image Builder puts in. */
export const PARENT_IMAGE = "imagebuilder:parentImage";
export const ENVIRONMENTS = "imagebuilder:environments";
export const COMPONENTS = "imagebuilder:components";

/** A `{{{ imagebuilder:… }}}` of a template. */
export interface Variable {
  readonly name: string;
  readonly braces: 2 | 3;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The variables of a template in their order, comments left out. Spaces inside the braces are free. */
export function variablesOf(text: string): Variable[] {
  const found: Variable[] = [];
  let offset = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (!/^\s*#/.test(line)) {
      for (const match of line.matchAll(/(\{{2,3})[ \t]*(imagebuilder[ \t]*:[ \t]*[\w-]*)[ \t]*\}{2,3}/gi)) {
        const name = (match[2] ?? "").replace(/[ \t]/g, "");
        const braces = match[0].startsWith("{{{") && match[0].endsWith("}}}") ? 3 : 2;
        found.push({ name, braces, offset: offset + match.index, line: index + 1, column: match.index + 1 });
      }
    }
    offset += line.length + 1;
  }
  return found;
}

/** A variable as it is written in a template. */
export function written(name: string): string {
  return `{{{ ${name} }}}`;
}
