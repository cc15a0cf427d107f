import type { At } from "./finding";

/** A place in a document: keys and indexes starting from its root. */
export type Path = readonly (string | number)[];

/** Offsets in the text at which a value and its key start. */
export interface Place {
  readonly value: number;
  readonly key?: number;
  /** Set if YAML reads the key as something other than text: `12345`, `true`. */
  readonly keyIsNoText?: true;
}

/** A YAML document as plain values, with the position of each value in the text. */
export class Located {
  public constructor(
    /** The document as it would be in JSON: aliases and merge keys are resolved. */
    public readonly value: unknown,
    private readonly places: ReadonlyMap<string, Place>,
    private readonly file: string,
    private readonly position: (offset: number) => { readonly line: number; readonly column: number },
  ) {}

  /**
   * Returns the same text with a different value. A value that is not in the text has the position of the closest value
   * around it.
   */
  public with(value: unknown): Located {
    return new Located(value, this.places, this.file, this.position);
  }

  /** Returns the position of the value at `path`, or of the closest enclosing value that is in the text. */
  public at(path: Path): At {
    return this.find(path, (place) => place.value);
  }

  /** Returns the position of the key at `path`. */
  public atKey(path: Path): At {
    return this.find(path, (place) => place.key ?? place.value);
  }

  /** Reports whether YAML reads the key at `path` as text, rather than as a number or a boolean. */
  public isTextKey(path: Path): boolean {
    return this.places.get(pointer(path))?.keyIsNoText !== true;
  }

  /** Returns the position `offset` characters into the text of the whole document. */
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

/** Returns the JSON pointer for a path (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((each) => `/${String(each).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Formats a path as a field: `phases[0].steps[1].inputs.commands`. */
export function fieldOf(path: Path): string {
  let field = "";
  for (const each of path) {
    if (typeof each === "number") field += `[${each}]`;
    else if (/^[\w-]+$/.test(each)) field += field === "" ? each : `.${each}`;
    else field += `[${JSON.stringify(each)}]`;
  }
  return field;
}
