import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { fieldOf, type Path, type Place, pointer } from "@pipelines/findings/located";
import { foldedScript, looseQuote } from "./yaml-slips";

/** No valid document is nested even half as deeply. */
export const mostLevels = 64;

/** Maximum number of values in a document with its aliases resolved: one for each byte of the 64 KiB it may have. */
const mostValues = 65_536;

/** Thrown to stop reading a document that has far too many aliases or is nested far too deeply. */
export class DocumentTooLarge extends Error {
  public constructor(public readonly finding: Finding) {
    super(finding.found);
  }
}

export function tooDeep(at: At): Finding {
  return error(at, "IB-YAML-DEPTH", {
    found: "lists or maps nested too deeply",
    allowed: `at most ${mostLevels} levels`,
  });
}

/**
 * Turns YAML nodes into plain values and records the position of each one.
 *
 * The parser's own `toJS` loses the positions. Aliases get the position of their target.
 */
export class NodeReader {
  public readonly places = new Map<string, Place>();
  public readonly findings: Finding[] = [];
  /** Key-value pairs with a key that is already in the same map. (The parser's own search takes quadratic time.) */
  private readonly repeated = new Set<Pair>();
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private values = 0;

  public constructor(
    private readonly text: string,
    private readonly at: (offset: number) => At,
  ) {}

  /** Returns the offset of each duplicate key once, however many aliases lead to it. */
  public duplicateKeys(): number[] {
    return [...this.repeated].map(({ key }) => (isNode(key) ? (key.range?.[0] ?? 0) : 0));
  }

  /** Returns the node's value; `path` is its place in the document. */
  public read(node: unknown, path: Path = [], key?: Node): unknown {
    if (!isNode(node)) return (this.place(path, key, key), null);
    this.place(path, node, key);
    this.count(node);
    if (path.length > mostLevels) {
      throw new DocumentTooLarge(tooDeep(this.at(node.range?.[0] ?? 0)));
    }
    if (isAlias(node)) return this.resolve(node, path, key);
    if (node.anchor) this.anchors.set(node.anchor, node);
    this.open.add(node);
    const value = this.content(node, path);
    this.open.delete(node);
    return value;
  }

  /** Every value and every merged pair counts, even if it adds nothing because its key already exists. */
  private count(node: Node): void {
    if (++this.values <= mostValues) return;
    throw this.tooLarge(node, "IB-YAML-ALIASES", "aliases that multiply into a huge document", "few aliases");
  }

  private content(node: Node, path: Path): unknown {
    if (isScalar(node)) {
      if (node.type === "PLAIN") this.plain(node, path);
      return scalar(node);
    }
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    if (isMap(node)) return this.map(node, path);
    return null;
  }

  /** Reports unintended effects of unquoted text in YAML: joined lines, or a closing quote without an opening one. */
  private plain({ range }: Scalar, path: Path): void {
    if (!range) return;
    const raw = this.text.slice(range[0], range[1]);
    const slip = path.includes("commands") ? foldedScript(raw) : path.includes("inputs") ? looseQuote(raw) : undefined;
    if (slip) {
      const { code, ...words } = slip;
      this.findings.push(warning({ ...this.at(range[0]), field: fieldOf(path) }, code, words));
    }
  }

  private map(node: YAMLMap, path: Path): Record<string, unknown> {
    // No prototype, so that a key called __proto__ is treated like any other.
    const own: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const merged: Pair[] = [];
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.value === "<<") merged.push(pair);
      else {
        const key = this.key(pair.key, path);
        if (key !== undefined && key in own) this.repeated.add(pair);
        if (key !== undefined)
          own[key] = this.read(pair.value, [...path, key], isNode(pair.key) ? pair.key : undefined);
      }
    }
    for (const pair of merged) this.merge(own, pair, path);
    return own;
  }

  /**
   * Adds pairs from `<<` after the map's own; if there are several maps, pairs from the first take precedence over
   * later ones.
   */
  private merge(own: Record<string, unknown>, pair: Pair, path: Path): void {
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
    for (const source of sources) {
      const map = isAlias(source) ? this.target(source) : source;
      if (!isMap(map)) {
        if (!isNode(pair.key)) continue;
        const words = {
          found: "<< with a value that is not a map",
          allowed: "an alias for a map, or a list of such aliases",
        };
        this.findings.push(error(this.at(pair.key.range?.[0] ?? 0), "IB-YAML-MERGE", words));
        continue;
      }
      if (this.open.has(map)) throw this.selfReference(map);
      if (map.anchor) this.anchors.set(map.anchor, map);
      this.open.add(map);
      for (const inner of map.items) {
        this.count(map);
        if (isScalar(inner.key) && inner.key.value === "<<") {
          this.merge(own, inner, path);
          continue;
        }
        const key = this.key(inner.key, path);
        if (key === undefined || key in own) continue;
        own[key] = this.read(inner.value, [...path, key], isNode(inner.key) ? inner.key : undefined);
      }
      this.open.delete(map);
    }
  }

  /** Returns a map's key as text. An unquoted reference, `{{ name }}`, becomes a map used as a key. */
  private key(key: unknown, path: Path): string | undefined {
    const node = isAlias(key) ? this.target(key) : key;
    if (isScalar(node)) {
      if (node.anchor) this.anchors.set(node.anchor, node);
      return String(node.value);
    }
    if (!isNode(node)) return "";
    const at = this.at(Math.max((node.range?.[0] ?? 1) - 1, 0));
    const inner = isMap(node) ? node.items[0]?.key : undefined;
    const name = isScalar(inner) ? String(inner.value) : "name";
    this.findings.push(
      error({ ...at, ...(path.length > 0 ? { field: fieldOf(path) } : {}) }, "IB-YAML-UNQUOTED", {
        found: "an unquoted reference, which YAML reads as a map",
        allowed: "a reference in quotes",
        fix: `write "{{ ${name} }}"`,
      }),
    );
    return undefined;
  }

  private resolve(alias: Alias, path: Path, key?: Node): unknown {
    const target = this.target(alias);
    if (!target) {
      this.findings.push(
        error(this.at(alias.range?.[0] ?? 0), "IB-YAML-ALIAS", {
          found: `the alias *${alias.source} for an anchor that is not defined before it`,
          allowed: "an alias for an earlier &name",
          fix: `quote it if it is text: "*${alias.source}"`,
        }),
      );
      return null;
    }
    if (this.open.has(target)) throw this.selfReference(alias);
    return this.read(target, path, key);
  }

  /** Returns the node that an alias refers to: the last node before it with that name. */
  private target(alias: Alias): Node | undefined {
    return this.anchors.get(alias.source);
  }

  private selfReference(node: Node): DocumentTooLarge {
    return this.tooLarge(
      node,
      "IB-YAML-ALIASES",
      "an alias inside the value it refers to",
      "aliases for earlier values",
    );
  }

  private tooLarge(node: Node, code: string, found: string, allowed: string): DocumentTooLarge {
    return new DocumentTooLarge(error(this.at(node.range?.[0] ?? 0), code, { found, allowed }));
  }

  private place(path: Path, node: Node | undefined, key: Node | undefined): void {
    const keyAt = key?.range?.[0];
    // An empty value has no position of its own.
    const none = isScalar(node) && node.value === null && node.source === "";
    const value = (none ? keyAt : undefined) ?? node?.range?.[0] ?? keyAt ?? 0;
    const keyIsNoText = isScalar(key) && typeof key.value !== "string";
    this.places.set(pointer(path), {
      value,
      ...(keyAt === undefined ? {} : { key: keyAt }),
      ...(keyIsNoText ? { keyIsNoText } : {}),
    });
  }
}

/** JSON has no infinity and no binary data, so such values are read as their text. */
function scalar(node: Scalar): string | number | boolean | null {
  const { value } = node;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  return value === null || typeof value === "boolean" || typeof value === "string" ? value : (node.source ?? "");
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
