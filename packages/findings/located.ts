import type { At } from "./finding";

/** A place in a document: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** Where a value and its key begin, as offsets into the text. */
export interface Place {
  readonly value: number;
  readonly key?: number;
  /** Set where YAML reads the key as something other than text: `12345`, `true`. */
  readonly keyIsNoText?: true;
}

/** A YAML document as plain values, and the position of each of them in the text. */
export class Located {
  public constructor(
    /** The document as JSON would have it: aliases and merge keys resolved. */
    public readonly value: unknown,
    private readonly places: ReadonlyMap<string, Place>,
    private readonly file: string,
    private readonly position: (offset: number) => { readonly line: number; readonly column: number },
  ) {}

  /** The same text with another value. What is not in the text has the position of what surrounds it. */
  public with(value: unknown): Located {
    return new Located(value, this.places, this.file, this.position);
  }

  /** The position of the value at `path`, or of the nearest value around it that is in the text. */
  public at(path: Path): At {
    return this.find(path, (place) => place.value);
  }

  /** The position of the key at `path`. */
  public atKey(path: Path): At {
    return this.find(path, (place) => place.key ?? place.value);
  }

  /** Whether YAML reads the key at `path` as text, rather than as a number or true. */
  public isTextKey(path: Path): boolean {
    return this.places.get(pointer(path))?.keyIsNoText !== true;
  }

  /** The position `offset` characters into the text of the whole document. */
  public atOffset(path: Path, offset: number): At {
    return { file: this.file, ...this.position(offset), field: fieldOf(path) };
  }

  private find(path: Path, offset: (place: Place) => number): At {
    for (let length = path.length; length >= 0; length--) {
      const place = this.places.get(pointer(path.slice(0, length)));
      if (place) {
        const at = length === path.length ? offset(place) : place.value;
        return { file: this.file, ...this.position(at), ...(path.length > 0 ? { field: fieldOf(path) } : {}) };
      }
    }
    return { file: this.file, line: 1, column: 1 };
  }
}

/** JSON pointer of a path (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((each) => `/${String(each).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** `phases[0].steps[1].inputs.commands`. */
export function fieldOf(path: Path): string {
  let field = "";
  for (const each of path) {
    if (typeof each === "number") field += `[${each}]`;
    else if (/^[\w-]+$/.test(each)) field += field === "" ? each : `.${each}`;
    else field += `[${JSON.stringify(each)}]`;
  }
  return field;
}
