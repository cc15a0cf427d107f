import { count } from "@pipelines/findings/text";
import { headline, needsApproval, notes } from "./headline";
import type { Group, Review } from "./review";
import { grave, meanings } from "./row";
import { code } from "@pipelines/findings/escape";

/** Longest body of a comment that GitHub takes, in characters; a Step Summary takes more. */
export const longestComment = 65_536;

/** What the workflow adds to a summary: the mark by which it finds its comment again, and links. */
const roomForOthers = 512;

/** Rows of one meaning that the table shows; of those that need approval, all that are kept. */
const shownRows = 15;

/** The table ends where this much of the comment is full, so that some details fit. */
const tableShare = 0.75;

/** Room for the sentences about what was left out. */
const reserve = 600;

/** The whole comment. `stack` is its name, such as `prod`. */
export function renderReview(review: Review, stack: string | undefined): string {
  const name = stack === undefined ? "" : `${/^[\w-]+$/.test(stack) ? stack : code(stack)}: `;
  const opening = [`${needsApproval(review) ? "⚠️ " : ""}${name}${headline(review)}.`, ...notes(review)];
  const head = `${opening.join("\n\n")}\n`;
  if (review.groups.length === 0) return head;
  const rows = review.groups.some(({ rowCount }) => rowCount > 0);
  const room = longestComment - roomForOthers - head.length - reserve;
  const table = rows ? renderTable(review.groups, room * tableShare) : "";
  const details = renderDetails(review.groups, room - table.length);
  return `${head}\n${table}${details}`;
}

/** One table, the gravest first, each group with at most so many rows. */
function renderTable(groups: readonly Group[], room: number): string {
  const lines = ["| What it means | What | Change |", "|---|---|---|"];
  let length = 0;
  let left = 0;
  for (const { meaning, rows, rowCount } of groups) {
    // What is left as it is has details only; the same tag on many resources is one thing to read.
    if (rowCount === 0) continue;
    if (meaning === "tags") {
      const messages = [...new Set(rows.map((row) => row.message))];
      const more = messages.length > 3 ? ` and ${messages.length - 3} more` : "";
      lines.push(
        `| **${meanings.tags}** | ${count(rowCount, "resource")} | ${messages.slice(0, 3).join("; ")}${more} |`,
      );
      continue;
    }
    const limit = grave.includes(meaning) ? rows.length : shownRows;
    const shown = rows
      .slice(0, limit)
      .map(({ subject, message }) => `| **${meanings[meaning]}** | ${subject} | ${message} |`);
    const more = rowCount - shown.length;
    if (more > 0) shown.push(`| **${meanings[meaning]}** | … and ${more} more | |`);
    for (const line of shown) {
      if (length + line.length > room) left++;
      else {
        lines.push(line);
        length += line.length + 1;
      }
    }
  }
  if (left > 0) lines.push(`| | … and ${left} more rows | the comment would be too long |`);
  return `${lines.join("\n")}\n`;
}

/** A fold for each meaning, as long as there is room; then how many are left out. */
function renderDetails(groups: readonly Group[], room: number): string {
  const folds: string[] = [];
  let free = room;
  let left = 0;
  for (const { meaning, details, detailCount } of groups) {
    if (detailCount === 0) continue;
    const title = `<details><summary>${meanings[meaning]}: ${detailCount} in detail</summary>\n`;
    const end = "\n</details>\n";
    const shown: string[] = [];
    let used = title.length + end.length + 2;
    for (const detail of details) {
      if (used + detail.length + 2 > free) break;
      shown.push(detail);
      used += detail.length + 2;
    }
    left += detailCount - shown.length;
    if (shown.length === 0) continue;
    free -= used;
    folds.push(`${title}\n${shown.join("\n\n")}\n${end}`);
  }
  const cut =
    left === 0
      ? ""
      : `\nThe details of ${left} more are left out: GitHub takes ${longestComment.toLocaleString("en-US")} characters of a comment. \`terraform show\` of the plan file has them all.\n`;
  return folds.length === 0 ? cut : `\n${folds.join("\n")}${cut}`;
}
