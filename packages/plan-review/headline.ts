import { count, list } from "@pipelines/findings/text";
import { code } from "@pipelines/findings/escape";
import { buildTime } from "./images";
import { dangerous } from "./row";
import { Review } from "./review";

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
export function isDangerous({ groups }: Review): boolean {
  return groups.some(({ meaning }) => dangerous.includes(meaning));
}

/** Names that a sentence has room for. */
const namedImages = 6;

function risk(groups: Review["groups"], meaning: string, words: string): string[] {
  const rows = groups.find((group) => group.meaning === meaning)?.rowCount ?? 0;
  return rows === 0 ? [] : [`${words} in ${count(rows, "place")}`];
}

function facts({ head, counts, ripple }: Review): string[] {
  const { rebuilt: names, after, levels } = ripple;
  const parts: string[] = [];
  const { rebuilt, versions, newImages, removedImages, schedules } = counts;
  if (newImages > 0) parts.push(count(newImages, "new image"));
  if (removedImages > 0) parts.push(`${count(removedImages, "image")} ${are(removedImages)} removed`);
  if (rebuilt > 0) {
    const words = newImages >= rebuilt ? "built" : "rebuilt";
    const which =
      after.length > 0 && rebuilt === 1 && names[0] !== undefined ? code(names[0]) : count(rebuilt, "image");
    parts.push(`${which} will be ${words} (${buildTime(rebuilt, levels.deploy)})`);
    if (after.length > 0) {
      const shown = after.slice(0, namedImages).map((name) => code(name));
      const more = after.length > shown.length ? [`${after.length - shown.length} more`] : [];
      const time = buildTime(rebuilt + after.length, levels.all);
      parts.push(
        `and after ${rebuilt === 1 ? "it" : "them"} ${count(after.length, "image")}: ${list([...shown, ...more])} (${time} from the first to the last)`,
      );
    }
  }
  const waiting = versions - rebuilt;
  if (waiting > 0) {
    parts.push(
      `${count(waiting, "image")} ${waiting === 1 ? "gets" : "get"} a new version at the next scheduled build`,
    );
  }
  if (schedules > 0) parts.push(`${count(schedules, "schedule")} ${schedules === 1 ? "changes" : "change"}`);
  const hasImages = parts.length > 0;
  if (counts.created > 0 && (newImages > 0 || !hasImages)) {
    parts.push(`${count(counts.created, "resource")} ${are(counts.created)} created`);
  }
  if (counts.updated > 0 && !hasImages)
    parts.push(`${count(counts.updated, "resource")} ${are(counts.updated)} updated`);
  if (counts.tagged > 0) parts.push(`tags change on ${count(counts.tagged, "resource")}`);
  if (counts.stateOnly > 0)
    parts.push(`${count(counts.stateOnly, "resource")} only ${counts.stateOnly === 1 ? "moves" : "move"} in the state`);
  if (counts.replaced > 0) parts.push(`${count(counts.replaced, "resource")} ${are(counts.replaced)} replaced`);
  if (counts.deleted > 0) parts.push(`${count(counts.deleted, "resource")} ${are(counts.deleted)} deleted`);
  if (counts.forgotten > 0)
    parts.push(`${count(counts.forgotten, "resource")} ${are(counts.forgotten)} no longer looked after`);
  if (parts.length === 0 && counts.definitions > 0)
    parts.push(`${count(counts.definitions, "new version")} of components or workflows`);
  if (parts.length === 0) parts.push(head.outputs.length > 0 ? "only outputs change" : "no resource changes");
  return counts.deleted + counts.replaced === 0 ? [...parts, "nothing is deleted"] : parts;
}

function are(n: number): string {
  return n === 1 ? "is" : "are";
}

/** What else a reviewer should know, as paragraphs. */
export function notes({ head, counts, groups }: Review): string[] {
  const paragraphs: string[] = [];
  if (!head.complete && !head.errored) {
    paragraphs.push(
      "This plan is not the whole change: Terraform was told to leave something out (`-target`), or put it off.",
    );
  }
  if (head.failedChecks.length > 0) {
    const shown = head.failedChecks
      .slice(0, 10)
      .map((name) => `\`${name.replace(/[^\w.[\]"-]/g, "?").slice(0, 100)}\``);
    paragraphs.push(`Does not hold: ${list(shown)}.`);
  }
  if (counts.versions > 0 && counts.deleted + counts.replaced === 0) {
    paragraphs.push(
      "A new version takes the place of the old one in Image Builder; images that were pushed to ECR stay as they are.",
    );
  }
  if (groups.some(({ meaning }) => meaning === "drift")) {
    paragraphs.push("Somebody changed things outside Terraform, and this plan changes them back.");
  }
  return paragraphs;
}
