import { code } from "./escape";
import { isVersioned } from "./images";
import { isReplacement, ResourceChange } from "./resource-change";
import { textAt } from "./values";

/** Why AWS, or whoever asks it for the latest version, gets into trouble with the version of a change, in Markdown. */
export function versionConflicts(change: ResourceChange): string[] {
  if (!isVersioned(change) || !isReplacement(change)) return [];
  const { before, after } = change;
  const [old, now] = [textAt(before, "version"), textAt(after, "version")];
  if (old === undefined || now === undefined || textAt(before, "name") !== textAt(after, "name")) return [];
  if (old === now) return [`${code(now)} again, with other content: AWS refuses a version that it has`];
  return isLower(now, old) ? [`${code(old)} → ${code(now)}: a lower version takes the place of a higher one`] : [];
}

function isLower(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}
