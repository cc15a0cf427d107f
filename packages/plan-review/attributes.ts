import { isReplacement, type ResourceChange } from "./resource-change";
import { isArray, isEmpty, isMap, sameValue, unknownValue, type Value } from "./values";

/** A changed attribute, at the deepest level that differs. `undefined` means absent on that side. */
export interface AttributeChange {
  /** Such as `schedule[0].timezone`. */
  readonly path: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Returns the attributes that change in a resource; for a new resource, all the attributes it has. */
export function attributeChanges(change: ResourceChange): AttributeChange[] {
  const found: AttributeChange[] = [];
  compare("", change.before ?? undefined, change.after ?? undefined, found);
  const created = change.action === "create";
  const tags = created || found.some(({ path }) => attributeOf(path) === "tags");
  const forced = new Set(change.replacePaths);
  return found.filter(({ path, after }) => {
    // `tags_all` is `tags` plus the provider's tags: showing both would repeat everything.
    if (tags && attributeOf(path) === "tags_all") return false;
    // In a new resource, everything that AWS chooses is unknown: only what forces a replacement is worth showing.
    const isChosen = after === unknownValue && (created || isReplacement(change));
    return !isChosen || forced.has(path.replace(/\[(\d+)\]/g, ".$1"));
  });
}

/** Returns the attribute that a path begins with. */
export function attributeOf(path: string): string {
  return path.replace(/[.[].*$/s, "");
}

/** Reports whether only tags change. */
export function onlyTags(changes: readonly AttributeChange[]): boolean {
  return changes.length > 0 && changes.every(({ path }) => /^tags(_all)?$/.test(attributeOf(path)));
}

function compare(path: string, before: Value | undefined, after: Value | undefined, found: AttributeChange[]): void {
  if ((before !== undefined && sameValue(before, after)) || (isEmpty(before) && isEmpty(after))) return;
  const halves = [before, after];
  if (halves.some(isMap) && halves.every((half) => half === undefined || isMap(half))) {
    for (const key of new Set(halves.flatMap((half) => (isMap(half) ? [...half.keys()] : [])))) {
      const [old, now] = halves.map((half) => (isMap(half) ? half.get(key) : undefined));
      compare(path === "" ? key : `${path}.${key}`, old, now, found);
    }
    // Blocks are lists of one or several maps; lists of plain values are compared as wholes.
  } else if (isBlocks(before) && isBlocks(after)) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index++) compare(`${path}[${index}]`, before[index], after[index], found);
  } else found.push({ path, before, after });
}

function isBlocks(value: Value | undefined): value is readonly Value[] {
  return isArray(value) && value.length > 0 && value.every(isMap);
}
