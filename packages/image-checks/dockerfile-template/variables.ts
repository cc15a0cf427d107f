/** The variables that Image Builder replaces. */
export const parentImage = "imagebuilder:parentImage";
export const environmentsVariable = "imagebuilder:environments";
export const componentsVariable = "imagebuilder:components";

/** A `{{{ imagebuilder:… }}}` variable in a template. */
export interface Variable {
  readonly name: string;
  /** Number of braces on each side, or the smaller number if they differ. Four or more are just as wrong as two. */
  readonly braces: number;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Returns the variables in a template in order, without those in comments. Spaces inside the braces are allowed. */
export function variablesOf(text: string): Variable[] {
  const found: Variable[] = [];
  let offset = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (!/^\s*#/.test(line)) {
      for (const match of line.matchAll(
        /(?<!\{)(\{{2,9})[ \t]{0,99}(imagebuilder[ \t]{0,9}:[ \t]{0,9}[\w-]{0,99})[ \t]{0,99}(\}{2,9})/gi,
      )) {
        const [, open = "", inner = "", close = ""] = match;
        const name = inner.replace(/[ \t]/g, "");
        const braces = open.length === close.length ? open.length : Math.min(open.length, close.length, 2);
        found.push({ name, braces, offset: offset + match.index, line: index + 1, column: match.index + 1 });
      }
    }
    offset += line.length + 1;
  }
  return found;
}

/** Returns a variable as written in a template. */
export function written(name: string): string {
  return `{{{ ${name} }}}`;
}
