import { isReplacement, type ResourceChange } from "./resource-change";
import { isArray, isEmpty, isMap, sameValue, unknownValue, type Value } from "./values";

/** One attribute, as deep as it changes. `undefined`: it is not there on that side. */
export interface AttributeChange {
  /** Such as `schedule[0].timezone`. */
  readonly path: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** What changes in a resource, attribute by attribute; of a new one, what it has. */
export function attributeChanges(change: ResourceChange): AttributeChange[] {
  const found: AttributeChange[] = [];
  compare("", change.before ?? undefined, change.after ?? undefined, found);
  const created = change.action === "create";
  const tags = created || found.some(({ path }) => isTagPath(path, "tags"));
  const forced = new Set(change.replacePaths);
  return found.filter(({ path, after }) => {
    // `tags_all` is `tags` and the provider's: telling both says everything twice.
    if (tags && isTagPath(path, "tags_all")) return false;
    // Of something new, all is unknown that AWS chooses: only what forces a replacement is news.
    return (
      after !== unknownValue || !(created || isReplacement(change)) || forced.has(path.replace(/\[(\d+)\]/g, ".$1"))
    );
  });
}

/** Whether nothing but tags changes. */
export function onlyTags(changes: readonly AttributeChange[]): boolean {
  return changes.length > 0 && changes.every(({ path }) => isTagPath(path, "tags") || isTagPath(path, "tags_all"));
}

function isTagPath(path: string, attribute: string): boolean {
  return path === attribute || path.startsWith(`${attribute}.`) || path.startsWith(`${attribute}[`);
}

function compare(path: string, before: Value | undefined, after: Value | undefined, found: AttributeChange[]): void {
  if (before !== undefined && sameValue(before, after)) return;
  if (isEmpty(before) && isEmpty(after)) return;
  const maps = isMap(before) || isMap(after);
  if (maps && (before === undefined || isMap(before)) && (after === undefined || isMap(after))) {
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      compare(path === "" ? key : `${path}.${key}`, before?.get(key), after?.get(key), found);
    }
    return;
  }
  // Blocks are lists of one or several maps; lists of plain values are compared as wholes.
  if (isBlocks(before) && isBlocks(after)) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index++) compare(`${path}[${index}]`, before[index], after[index], found);
    return;
  }
  found.push({ path, before, after });
}

function isBlocks(value: Value | undefined): value is readonly Value[] {
  return isArray(value) && value.length > 0 && value.every(isMap);
}
