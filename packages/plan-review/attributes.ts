import { isEmpty, isList, isMap, membersOf, sameValue, type Value } from "./values";

/** A changed attribute, at the deepest level that differs. `undefined` means absent on that side. */
export interface AttributeChange {
  /** Such as `schedule[0].timezone`. */
  readonly path: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Returns the attribute that a path begins with. */
export function attributeOf(path: string): string {
  return path.replace(/[.[].*$/s, "");
}

/** Reports whether only tags change. */
export function onlyTags(changes: readonly AttributeChange[]): boolean {
  return changes.length > 0 && changes.every(({ path }) => /^tags(_all)?$/.test(attributeOf(path)));
}

/** Returns the attributes in which two values differ. */
export function changedAttributes(before: Value | undefined, after: Value | undefined, path = ""): AttributeChange[] {
  if ((before !== undefined && sameValue(before, after)) || (isEmpty(before) && isEmpty(after))) return [];
  const halves = [before, after];
  if (halves.some(isMap) && halves.every((half) => half === undefined || isMap(half))) {
    const [old, now] = [membersOf(before), membersOf(after)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
      changedAttributes(old.get(key), now.get(key), path === "" ? key : `${path}.${key}`),
    );
  }
  // Blocks are lists of one or several maps; lists of plain values are compared as wholes.
  if (isBlocks(before) && isBlocks(after)) {
    const longer = before.length < after.length ? after : before;
    return longer.flatMap((_, index) => changedAttributes(before[index], after[index], `${path}[${index}]`));
  }
  return [{ path, before, after }];
}

function isBlocks(value: Value | undefined): value is readonly Value[] {
  return isList(value) && value.length > 0 && value.every(isMap);
}
