/** What a source does not say: an attribute that AWS makes, or a value that somebody has to give. */
export interface Unknown {
  /** Name under which `--parameter <name>=<value>` gives it: `ParentImage`, `AWS::Region`, `var.parent`. */
  readonly name: string;
  /** What it is, in words: `the parameter ParentImage, which has no default`. */
  readonly what: string;
  /** Id of the resource of the source that this is a reference to. */
  readonly resource?: string;
}

/** Three texts between characters for private use, which JSON and YAML leave as they are. */
const mark = /\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/g;

/** What is unknown in a value, however deep. */
export function unknownsIn(value: unknown): Unknown[] {
  if (typeof value === "string") {
    const all = [...value.matchAll(mark)];
    return all.map(([, name = "", what = "", resource = ""]) => ({ name, what, ...(resource && { resource }) }));
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(unknownsIn) : [];
}

/** Id of the resource that a whole value refers to, without more text around it. */
export function referenced(value: unknown): string | undefined {
  return typeof value === "string" && value.replace(mark, "") === "" ? unknownsIn(value)[0]?.resource : undefined;
}

/** A text as a person reads it: `${AWS::Region}`. */
export function shown(text: string): string {
  return text.replace(mark, "${$1}");
}

/** A text that can be matched: `*` for what is unknown. */
export function masked(value: unknown): string {
  return typeof value === "string" ? value.replace(mark, "*") : "";
}

/**
 * Marks what is unknown, so that only what is really used has to be known: joins and substitutions treat a mark as
 * text, and the reader of a field asks what is unknown in it.
 */
export class Unknowns {
  /** Values given for secret parameters. */
  public readonly secrets = new Set<string>();
  private readonly asked = new Set<string>();

  public constructor(private readonly given: ReadonlyMap<string, string>) {}

  /** The value given under a name. */
  public givenFor(name: string): string | undefined {
    this.asked.add(name);
    return this.given.get(name);
  }

  /** The value given for it, or its mark. */
  public textFor(name: string, what: string, resource = ""): string {
    return this.givenFor(name) ?? `\uE000${[name, shown(what), resource].join("\uE001")}\uE002`;
  }

  /** A mark for what follows from other values, one of which is unknown; `undefined` if all are known. */
  public follows(...values: readonly unknown[]): string | undefined {
    const [first] = unknownsIn(values);
    return first && this.textFor(first.name, first.what);
  }

  /** Names that were given and that the source does not have. */
  public unused(): string[] {
    return [...this.given.keys()].filter((name) => !this.asked.has(name));
  }
}
