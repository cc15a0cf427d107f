import { count, list } from "@pipelines/findings/text";
import { code } from "@pipelines/findings/escape";
import { buildTime } from "./images";
import { grave } from "./row";
import type { Review } from "./review";

/** The one sentence for a reviewer who reads no more than that, without the name of the stack. */
export function headline(review: Review): string {
  const { head, groups } = review;
  if (head.errored) return "Terraform stopped with an error while it planned: nothing of this can be applied";
  if (groups.every(({ meaning }) => meaning === "left")) return "no changes";
  const warnings = [
    ...risk(groups, "data", "data is at risk"),
    ...risk(groups, "approval", "approval is needed"),
    ...risk(groups, "version_conflict", "versions conflict"),
  ];
  return [...(warnings.length === 0 ? [] : [`**${warnings.join(", ")}**`]), ...facts(review)].join(", ");
}

/** Whether this plan needs approval before it is applied. */
export function needsApproval({ groups }: Review): boolean {
  return groups.some(({ meaning }) => grave.includes(meaning));
}

/** Names that a sentence has room for. */
const namedImages = 6;

function risk(groups: Review["groups"], meaning: string, words: string): string[] {
  const rows = groups.find((group) => group.meaning === meaning)?.rowCount ?? 0;
  return rows === 0 ? [] : [`${words} in ${count(rows, "place")}`];
}

function facts({ head, counts, ripple }: Review): string[] {
  const { rebuilt, versions, newImages, schedules } = counts;
  const waiting = versions - rebuilt;
  const ofImages = [
    ...counted(newImages, "new image"),
    ...counted(counts.removedImages, "image", "is removed", "are removed"),
    ...(rebuilt > 0 ? builds(rebuilt, newImages >= rebuilt ? "built" : "rebuilt", ripple) : []),
    ...counted(
      waiting,
      "image",
      "gets a new version at the next scheduled build",
      "get a new version at the next scheduled build",
    ),
    ...counted(schedules, "schedule", "changes", "change"),
  ];
  const hasImages = ofImages.length > 0;
  const parts = [
    ...ofImages,
    ...(newImages > 0 || !hasImages ? counted(counts.created, "resource", "is created", "are created") : []),
    ...(hasImages ? [] : counted(counts.updated, "resource", "is updated", "are updated")),
    ...(counts.tagged > 0 ? [`tags change on ${count(counts.tagged, "resource")}`] : []),
    ...counted(counts.stateOnly, "resource", "only moves in the state", "only move in the state"),
    ...counted(counts.replaced, "resource", "is replaced", "are replaced"),
    ...counted(counts.deleted, "resource", "is deleted", "are deleted"),
    ...counted(counts.forgotten, "resource", "is no longer looked after", "are no longer looked after"),
  ];
  if (parts.length === 0) parts.push(...counted(counts.definitions, "new version", "of components or workflows"));
  if (parts.length === 0) parts.push(head.outputs.length > 0 ? "only outputs change" : "no resource changes");
  return counts.deleted + counts.replaced === 0 ? [...parts, "nothing is deleted"] : parts;
}

/** `2 images are removed`; nothing for none. */
function counted(n: number, noun: string, one = "", many = one): string[] {
  return n > 0 ? [`${count(n, noun)} ${n === 1 ? one : many}`.trimEnd()] : [];
}

function builds(rebuilt: number, verb: string, { rebuilt: names, after, levels }: Review["ripple"]): string[] {
  const which = after.length > 0 && rebuilt === 1 && names[0] !== undefined ? code(names[0]) : count(rebuilt, "image");
  const first = `${which} will be ${verb} (${buildTime(rebuilt, levels.deploy)})`;
  if (after.length === 0) return [first];
  const shown = after.slice(0, namedImages).map((name) => code(name));
  const more = after.length > shown.length ? [`${after.length - shown.length} more`] : [];
  const time = buildTime(rebuilt + after.length, levels.all);
  const then = `and after ${rebuilt === 1 ? "it" : "them"} ${count(after.length, "image")}`;
  return [first, `${then}: ${list([...shown, ...more])} (${time} from the first to the last)`];
}

/** What else a reviewer should know, as paragraphs. */
export function notes({ head, counts, accountsKnown, groups }: Review): string[] {
  const paragraphs: string[] = [];
  if (!head.complete && !head.errored) {
    paragraphs.push(
      "This plan is not the whole change: Terraform was told to leave something out (`-target`), or put it off.",
    );
  }
  if (head.failedChecks.length > 0) {
    paragraphs.push(`Does not hold: ${list(head.failedChecks.slice(0, 10).map((name) => code(name)))}.`);
  }
  if (counts.versions > 0 && counts.deleted + counts.replaced === 0) {
    paragraphs.push(
      "A new version takes the place of the old one in Image Builder; images that were pushed to ECR stay as they are.",
    );
  }
  if (!accountsKnown && groups.some(({ meaning }) => meaning === "approval")) {
    paragraphs.push(
      "Which accounts are the stack's own is known from the configuration before the change alone, which was not given " +
        "(`--config-before`): whatever depends on that needs approval.",
    );
  }
  if (groups.some(({ meaning }) => meaning === "drift")) {
    paragraphs.push("Somebody changed things outside Terraform, and this plan changes them back.");
  }
  return paragraphs;
}
