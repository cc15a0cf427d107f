/**
 * Reads single members of a JSON object that is too large to be read whole.
 *
 * In the plan of 5,000 resources most of the bytes are `planned_values`, `prior_state` and `configuration`, of
 * which a summary needs nothing: they are passed over byte by byte and never become objects. An array is handed
 * on element by element, so that memory does not grow with the number of resources.
 */
export interface MemberHandler {
  /** Which members are wanted: whole, or, where they are arrays, element by element. All others are passed over. */
  readonly wanted: ReadonlyMap<string, "whole" | "elements">;
  /** Called with the JSON text of each wanted value, in the file's order. */
  readonly value: (member: string, json: string) => void;
  /** Called with the name of each member, wanted or not, before its value. */
  readonly member: (name: string) => void;
}

/** How the text ended. */
export interface Ending {
  /** The text's first byte after spaces and a byte order mark; undefined where there is none. */
  readonly first: number | undefined;
  /** Whether the outermost object was closed. */
  readonly closed: boolean;
  /** Whether anything but spaces came after it. */
  readonly trailing: boolean;
  readonly bytes: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;

/** Scans a JSON object that comes in pieces. Throws only what the handler throws. */
export function readMembers(chunks: Iterable<Buffer>, handler: MemberHandler): Ending {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let first: number | undefined;
  let closed = false;
  let trailing = false;
  let bytes = 0;
  /** Depth 1: whether a name or a value comes next. */
  let expectValue = false;
  let member = "";
  let mode: "skip" | "whole" | "elements" = "skip";
  /** Depth at which the elements of the wanted array stand; 0: not in one. */
  let elementDepth = 0;
  const kept = new Kept();

  for (const chunk of chunks) {
    kept.goOnIn(chunk);
    const give = (to: number): void => {
      const json = kept.end(to);
      if (json !== undefined && json !== "") handler.value(member, json);
    };

    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (inString) {
        if (escaped) {
          escaped = false;
          continue;
        }
        // Most of a plan is text: the search for its end is the platform's own.
        const quote = chunk.indexOf(QUOTE, at);
        const end = quote < 0 ? chunk.length : quote;
        const even = backslashesBefore(chunk, at, end) % 2 === 0;
        at = end;
        if (quote < 0) escaped = !even;
        else if (even) {
          inString = false;
          if (depth === 1 && !expectValue) member = nameOf(kept.end(at + 1) ?? "");
        }
        continue;
      }
      // All that matters between strings is above the space.
      if (byte <= 0x20) continue;
      if (first === undefined) {
        // Byte order mark, as some shells write it.
        if (bytes + at < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)) continue;
        first = byte;
        if (byte !== OPEN_BRACE) return { first, closed, trailing, bytes: bytes + chunk.length };
        depth = 1;
        continue;
      }
      if (closed) {
        trailing = true;
        continue;
      }
      switch (byte) {
        case QUOTE:
          inString = true;
          if (depth === 1 && !expectValue) kept.begin(at);
          break;
        case COLON:
          if (depth === 1 && !expectValue) {
            expectValue = true;
            handler.member(member);
            mode = handler.wanted.get(member) ?? "skip";
            if (mode !== "skip") kept.begin(at + 1);
          }
          break;
        case OPEN_BRACE:
        case OPEN_BRACKET:
          depth++;
          if (depth === 2 && mode === "elements" && byte === OPEN_BRACKET && kept.any) {
            elementDepth = 2;
            kept.begin(at + 1);
          }
          break;
        case CLOSE_BRACE:
        case CLOSE_BRACKET:
          if (depth === elementDepth) {
            give(at);
            elementDepth = 0;
          }
          depth--;
          if (depth === 0) {
            give(at);
            closed = true;
          }
          break;
        case COMMA:
          if (depth === 1) {
            give(at);
            expectValue = false;
            mode = "skip";
          } else if (depth === elementDepth) {
            give(at);
            kept.begin(at + 1);
          }
          break;
      }
    }
    kept.leave();
    bytes += chunk.length;
  }
  return { first, closed, trailing, bytes };
}

/** The bytes of a name or value, which may stand in several chunks. */
class Kept {
  private chunk: Buffer = Buffer.alloc(0);
  private from = -1;
  private earlier: Buffer[] = [];

  public get any(): boolean {
    return this.from >= 0;
  }

  public goOnIn(chunk: Buffer): void {
    this.chunk = chunk;
    if (this.any) this.from = 0;
  }

  public begin(at: number): void {
    this.from = at;
    this.earlier = [];
  }

  /** The text up to there; nothing where none was begun. */
  public end(to: number): string | undefined {
    if (!this.any) return undefined;
    const last = this.chunk.subarray(this.from, to);
    this.from = -1;
    return (this.earlier.length === 0 ? last : Buffer.concat([...this.earlier, last])).toString("utf8").trim();
  }

  /** Copies what is needed of a chunk whose memory will be used again. */
  public leave(): void {
    if (this.any) this.earlier.push(Buffer.from(this.chunk.subarray(this.from)));
  }
}

function backslashesBefore(chunk: Buffer, from: number, end: number): number {
  let at = end;
  while (at > from && chunk[at - 1] === BACKSLASH) at--;
  return end - at;
}

function nameOf(json: string): string {
  try {
    const name: unknown = JSON.parse(json);
    return typeof name === "string" ? name : "";
  } catch {
    return "";
  }
}
