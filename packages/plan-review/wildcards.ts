/**
 * Whether everything that `narrow` stands for, `wide` stands for too. Both may have IAM's wildcards: `*` for any
 * characters, `?` for one. Upper and lower case are the same, as in the names of actions.
 */
export function matches(wide: string, narrow: string): boolean {
  let regex = patterns.get(wide);
  if (regex === undefined) {
    const source = wide
      .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
      .replace(/\*+/g, "[^]*")
      .replace(/\?/g, "[^*]");
    regex = new RegExp(`^${source}$`, "i");
    patterns.set(wide, regex);
  }
  // A `*` of the narrow one is only within a `*` of the wide one, a `?` within either.
  return regex.test(narrow);
}

const patterns = new Map<string, RegExp>();
