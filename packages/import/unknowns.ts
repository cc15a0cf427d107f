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

/** The mark of an unknown: three strings delimited by private-use characters, which JSON and YAML leave unchanged. */
const mark = /\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/g;

/** Returns the unknowns in a value, at any depth. */
export function unknownsIn(value: unknown): Unknown[] {
  if (typeof value === "string") {
    const all = [...value.matchAll(mark)];
    return all.map(([, name = "", what = "", resource = ""]) => ({ name, what, ...(resource && { resource }) }));
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(unknownsIn) : [];
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

/**
 * Marks unknown values, so that only values that are really used have to be known: joins and substitutions treat a mark
 * as text, and the code that reads a field checks it for unknowns.
 */
export class Unknowns {
  /** Values given for secret parameters. */
  public readonly secrets = new Set<string>();
  private readonly asked = new Set<string>();

  public constructor(private readonly given: ReadonlyMap<string, string>) {}

  /** Returns the value given under a name. */
  public givenFor(name: string): string | undefined {
    this.asked.add(name);
    return this.given.get(name);
  }

  /** Returns the value that the user gave for an unknown, or its mark. */
  public textFor(name: string, what: string, resource = ""): string {
    return this.givenFor(name) ?? `\uE000${[name, shown(what), resource].join("\uE001")}\uE002`;
  }

  /**
   * Returns a mark for something that depends on other values, one of which is unknown; `undefined` if all are known.
   */
  public follows(...values: readonly unknown[]): string | undefined {
    const [first] = unknownsIn(values);
    return first && this.textFor(first.name, first.what);
  }

  /** Names that were given but do not occur in the source. */
  public unused(): string[] {
    return [...this.given.keys()].filter((name) => !this.asked.has(name));
  }
}
