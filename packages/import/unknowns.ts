/** What a source does not say: an attribute of a resource that AWS makes, or a value that somebody has to give. */
export interface Unknown {
  /** Name under which `--parameter <name>=<value>` gives it: `ParentImage`, `AWS::Region`, `var.parent`. */
  readonly name: string;
  /** What it is, in words: `the parameter ParentImage, which has no default`. */
  readonly what: string;
  /** Id of the resource of the source that this is a reference to. */
  readonly resource?: string;
}

const mark = "\u0001";
const marks = new RegExp(`${mark}(\\d+)${mark}`, "g");

/**
 * Keeps places in texts for what is not known, so that only what is really used has to be known: joins and
 * substitutions go on as if it were text, and who reads a field asks what is unknown in it.
 */
export class Unknowns {
  /** Values of secret parameters that somebody gave all the same. */
  public readonly secrets: string[] = [];
  private readonly all: Unknown[] = [];
  private readonly indexes = new Map<string, number>();
  private readonly asked = new Set<string>();

  public constructor(private readonly given: ReadonlyMap<string, string>) {}

  /** The value that was given under a name. */
  public valueOf(name: string): string | undefined {
    this.asked.add(name);
    return this.given.get(name);
  }

  /** The value that was given for it, or a place for it in a text. */
  public textFor(unknown: Unknown): string {
    const value = this.valueOf(unknown.name);
    if (value !== undefined) return value;
    // One place for each name, so that texts with unknown parts can be compared.
    const key = `${unknown.name} ${unknown.resource ?? ""}`;
    const index = this.indexes.get(key) ?? this.all.push(unknown) - 1;
    this.indexes.set(key, index);
    return `${mark}${index}${mark}`;
  }

  /** What is unknown in a value, however deep. */
  public in(value: unknown): Unknown[] {
    if (typeof value === "string") {
      return [...value.matchAll(marks)].flatMap(([, index]) => this.all[Number(index)] ?? []);
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap((each) => this.in(each)) : [];
  }

  /** A place for what follows from other values, one of which is unknown; `undefined` if all are known. */
  public follows(...values: readonly unknown[]): string | undefined {
    const [first] = this.in(values);
    return first && this.textFor({ name: first.name, what: first.what });
  }

  /** The resource that a whole value refers to, without more text around it. */
  public resourceOf(value: unknown): string | undefined {
    if (typeof value !== "string" || !new RegExp(`^${marks.source}$`).test(value)) return undefined;
    return this.in(value)[0]?.resource;
  }

  /** The text as a person reads it: `${AWS::Region}`. */
  public shown(text: string): string {
    return text.replace(marks, (_, index: string) => `\${${this.all[Number(index)]?.name ?? ""}}`);
  }

  /** Names that were given and that the source does not have. */
  public unused(): string[] {
    return [...this.given.keys()].filter((name) => !this.asked.has(name));
  }
}
