/** Something that a source does not contain: an attribute that AWS creates, or a value that the user has to give. */
export interface Unknown {
  /**
   * Name under which the user gives its value, in `--parameter <name>=<value>`: `ParentImage`, `AWS::Region`,
   * `var.parent`.
   */
  readonly name: string;
  /** Description for people: `the parameter ParentImage, which has no default`. */
  readonly what: string;
  /** Id of the resource in the source that this refers to. */
  readonly resource?: string;
}

/**
 * The mark of an unknown: three strings delimited by private-use characters, which JSON and YAML leave unchanged. Joins
 * and substitutions treat a mark as text, so only values that are really used have to be known: the code that reads a
 * field checks it for unknowns.
 */
const mark = /\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/g;

export function markOf({ name, what, resource = "" }: Unknown): string {
  return `\uE000${[name, shown(what), resource].join("\uE001")}\uE002`;
}

/** Returns the unknowns in a value, at any depth. */
export function unknownsIn(value: unknown): Unknown[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(unknownsIn);
  const all = typeof value === "string" ? [...value.matchAll(mark)] : [];
  return all.map(([, name = "", what = "", resource = ""]) => ({ name, what, ...(resource && { resource }) }));
}

/**
 * Returns the id of the resource that a value refers to, if the value is only that reference, with no other text around
 * it.
 */
export function referenced(value: unknown): string | undefined {
  return typeof value === "string" && value.replace(mark, "") === "" ? unknownsIn(value)[0]?.resource : undefined;
}

/** Returns text in readable form: `${AWS::Region}`. */
export function shown(text: string): string {
  return text.replace(mark, "${$1}");
}

/** Returns text that can be matched: `*` for anything unknown. */
export function masked(value: unknown): string {
  return typeof value === "string" ? value.replace(mark, "*") : "";
}
