import { beliefs, untried } from "./beliefs";
import type { Outcome } from "./play";

const isDocumented = ({ source }: { readonly source: string }) =>
  /^https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\//.test(source);

/** `docs/conformance.md` */
export function page(): string {
  const rows = (all: readonly { readonly belief: string; readonly source: string }[]) =>
    all.map(({ belief, source }) => `- ${belief} ([source](${source})).`);
  return [
    "# What this project believes about AWS",
    "",
    "`npm run conformance` tests each of these beliefs against local AWS, as CI does. `npm run conformance -- --aws` tests them in a real account: it asks for confirmation first, creates resources under its own prefix, costs a few cents, removes what it created, and writes a report of the differences. `npm run conformance -- --policy` prints the IAM policy that this requires.",
    "",
    "`npm run conformance -- --page` writes this page from `packages/local-aws/conformance/beliefs.ts`. Add new beliefs there.",
    "",
    "## Believed and documented by AWS",
    "",
    ...rows(beliefs.filter(isDocumented)),
    "",
    "## Believed and not documented by AWS",
    "",
    ...rows(beliefs.filter((each) => !isDocumented(each))),
    "",
    "## Never tried",
    "",
    "Testing these would require building an image.",
    "",
    ...rows(untried),
    "",
  ].join("\n");
}

/** The findings of a run. */
export function report(outcomes: readonly Outcome[], where: string, date: Date): string {
  const different = outcomes.filter(({ difference }) => difference !== undefined);
  const left = outcomes.flatMap((each) => each.left);
  return [
    `# Conformance of ${where}, ${date.toISOString().slice(0, 10)}`,
    "",
    `${outcomes.length - different.length} of ${outcomes.length} beliefs hold.`,
    ...different.flatMap(({ belief, difference = "" }) => ["", `## ${belief}`, "", difference]),
    ...(left.length === 0 ? [] : ["", "## Left behind", "", ...left.map((each) => `- ${each}`)]),
    "",
  ].join("\n");
}
