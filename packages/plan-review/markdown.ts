import { count } from "@pipelines/findings/text";
import { headline, needsApproval, notes } from "./headline";
import type { Group, Review } from "./review";
import { grave, meanings } from "./row";
import { code } from "@pipelines/findings/escape";

/** Maximum length of a comment that GitHub accepts, in characters; a step summary may be longer. */
export const longestComment = 65_536;

/**
 * Room for the marker by which the workflow finds its comment again, for links, and for the note about what was left
 * out.
 */
const reserve = 1_112;

/** Maximum number of rows that the table shows per meaning: for meanings that need approval, and for the others. */
const shownRows = { grave: 200, others: 15 };

/** The table stops when this share of the comment is full, so that there is room for some of the details. */
const tableShare = 0.75;

/** Renders the whole comment. `stack` is the stack's name, such as `prod`. */
export function renderReview(review: Review, stack: string | undefined): string {
  const name = stack === undefined ? "" : `${/^[\w-]+$/.test(stack) ? stack : code(stack)}: `;
  const opening = [`${needsApproval(review) ? "⚠️ " : ""}${name}${headline(review)}.`, ...notes(review)];
  const head = `${opening.join("\n\n")}\n`;
  if (review.groups.length === 0) return head;
  const room = longestComment - head.length - reserve;
  const table = renderTable(review.groups, room * tableShare);
  return `${head}\n${table}${renderDetails(review.groups, room - table.length)}`;
}

/** Renders one table, the most serious meanings first, with a limited number of rows per group. */
function renderTable(groups: readonly Group[], room: number): string {
  const lines = groups.flatMap(linesOf);
  let length = 0;
  // Unchanged resources appear only in the details.
  if (lines.length === 0) return "";
  const shown = lines.filter((line) => {
    const fits = length + line.length <= room;
    if (fits) length += line.length + 1;
    return fits;
  });
  const left = lines.length - shown.length;
  if (left > 0) shown.push(`| | … and ${left} more rows | the comment would be too long |`);
  return `| What it means | What | Change |\n|---|---|---|\n${shown.join("\n")}\n`;
}

function linesOf({ meaning, rows }: Group): string[] {
  const line = (what: string, change: string): string => `| **${meanings[meaning]}** | ${what} | ${change} |`;
  // If many resources get the same tag, a reviewer has to read it only once.
  if (meaning === "tags") {
    const messages = [...new Set(rows.map((row) => row.message))];
    const more = messages.length > 3 ? ` and ${messages.length - 3} more` : "";
    return [line(count(rows.length, "resource"), `${messages.slice(0, 3).join("; ")}${more}`)];
  }
  const shown = rows.slice(0, meaning in grave ? shownRows.grave : shownRows.others);
  const more = rows.length - shown.length;
  return [
    ...shown.map(({ subject, message }) => line(subject, message)),
    ...(more > 0 ? [line(`… and ${more} more`, "")] : []),
  ];
}

/** Renders a collapsed section for each meaning until there is no more room, then the number of sections left out. */
function renderDetails(groups: readonly Group[], room: number): string {
  const folds: string[] = [];
  let free = room;
  let left = 0;
  for (const { meaning, details } of groups) {
    if (details.length === 0) continue;
    const title = `<details><summary>${meanings[meaning]}: ${details.length} in detail</summary>\n`;
    const end = "\n</details>\n";
    const shown: string[] = [];
    let used = title.length + end.length + 2;
    for (const render of details) {
      const detail = render();
      if (used + detail.length + 2 > free) break;
      shown.push(detail);
      used += detail.length + 2;
    }
    left += details.length - shown.length;
    if (shown.length === 0) continue;
    free -= used;
    folds.push(`${title}\n${shown.join("\n\n")}\n${end}`);
  }
  const cut =
    left === 0
      ? ""
      : `\nThe details of ${left} more are left out: GitHub accepts ${longestComment.toLocaleString("en-US")} characters in a comment. \`terraform show\` on the plan file shows them all.\n`;
  return folds.length === 0 ? cut : `\n${folds.join("\n")}${cut}`;
}
