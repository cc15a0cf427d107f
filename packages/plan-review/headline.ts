import { count, list } from "@pipelines/findings/text";
import { code } from "@pipelines/findings/escape";
import { buildTime } from "./images";
import { grave, type Meaning } from "./row";
import type { Counted, Group, Review } from "./review";

/** Returns the one-sentence summary for reviewers who read no further, without the name of the stack. */
export function headline(review: Review): string {
  if (review.errored) return "Terraform stopped with an error during planning: nothing in this plan can be applied";
  if (review.groups.every(({ meaning }) => meaning === "left")) return "no changes";
  const warnings = graveGroups(review).map(
    ({ meaning, rows }) => `${grave[meaning]} in ${count(rows.length, "place")}`,
  );
  return [...(warnings.length === 0 ? [] : [`**${warnings.join(", ")}**`]), ...facts(review)].join(", ");
}

/** Reports whether this plan needs approval before it is applied. */
export function needsApproval(review: Review): boolean {
  return graveGroups(review).length > 0;
}

function graveGroups({ groups }: Review): readonly Group[] {
  return groups.filter(({ meaning, rows }) => meaning in grave && rows.length > 0);
}

/** Maximum number of names listed in a sentence. */
const namedImages = 6;

function rowsOf({ groups }: Review, ...meanings: readonly Meaning[]): number {
  return groups.reduce((sum, { meaning, rows }) => sum + (meanings.includes(meaning) ? rows.length : 0), 0);
}

function facts(review: Review): string[] {
  const { counts, ripple } = review;
  const of = (category: Counted): number => counts.get(category) ?? 0;
  const [rebuilt, newImages] = [rowsOf(review, "built", "rebuilt"), rowsOf(review, "new")];
  const ofImages = [
    ...counted(newImages, "new image"),
    ...counted(rowsOf(review, "removed"), "image", "is", "removed"),
    ...(rebuilt > 0 ? builds(rebuilt, newImages >= rebuilt ? "built" : "rebuilt", ripple) : []),
    ...counted(of("versions") - rebuilt, "image", "gets", "a new version at the next scheduled build"),
    ...counted(rowsOf(review, "schedule"), "schedule", "changes"),
  ];
  const tagged = rowsOf(review, "tags");
  const hasImages = ofImages.length > 0;
  const parts = [
    ...ofImages,
    ...(newImages > 0 || !hasImages ? counted(of("created"), "resource", "is", "created") : []),
    ...(hasImages ? [] : counted(of("updated"), "resource", "is", "updated")),
    ...(tagged > 0 ? [`tags change on ${count(tagged, "resource")}`] : []),
    ...counted(of("stateOnly"), "resource", "only moves", "in the state"),
    ...counted(of("replaced"), "resource", "is", "replaced"),
    ...counted(of("deleted"), "resource", "is", "deleted"),
    ...counted(of("forgotten"), "resource", "is", "no longer managed"),
  ];
  if (parts.length === 0) parts.push(...counted(of("definitions"), "new version", "", "of components or workflows"));
  if (parts.length === 0) parts.push(rowsOf(review, "output") > 0 ? "only outputs change" : "no resource changes");
  return of("deleted") + of("replaced") === 0 ? [...parts, "nothing is deleted"] : parts;
}

/** Returns text such as `2 images are removed`, in a list; an empty list for zero. */
function counted(n: number, noun: string, verb = "", rest = ""): string[] {
  const conjugated = n === 1 ? verb : verb === "is" ? "are" : verb.replace(/s$/, "");
  return n > 0 ? [[count(n, noun), conjugated, rest].filter(Boolean).join(" ")] : [];
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

/** Returns paragraphs about anything else that a reviewer should know. */
export function notes(review: Review): string[] {
  const { complete, errored, failedChecks, counts, accountsKnown } = review;
  const checks = list(failedChecks.slice(0, 10).map((name) => code(name)));
  const paragraphs: readonly (readonly [applies: boolean, text: string])[] = [
    [
      !complete && !errored,
      "This plan is not the whole change: Terraform was told to leave something out (`-target`), or deferred it.",
    ],
    [failedChecks.length > 0, `Failed checks: ${checks}.`],
    [
      counts.has("versions") && !counts.has("deleted") && !counts.has("replaced"),
      "A new version replaces the old one in Image Builder; images already pushed to ECR stay as they are.",
    ],
    [
      !accountsKnown && rowsOf(review, "approval") > 0,
      "The accounts that belong to the stack are known only from the configuration before the change, which was not given " +
        "(`--config-before`): whatever depends on that needs approval.",
    ],
    [rowsOf(review, "drift") > 0, "Something was changed outside Terraform, and this plan changes it back."],
  ];
  return paragraphs.flatMap(([applies, text]) => (applies ? text : []));
}
