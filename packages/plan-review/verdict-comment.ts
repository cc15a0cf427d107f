import { createTwoFilesPatch } from "diff";
import { formatFindings } from "@pipelines/findings/report";
import { fence } from "@pipelines/findings/escape";
import type { JudgedStack } from "./deployable-stacks";
import { longestComment } from "./markdown";
import { inOrder } from "./same-changes";
import type { JsonObject } from "./values";

/** Room for what the workflow adds, and for the note that a diff was cut off. */
const reserve = 1_000;

/** Returns the comment on a pull request for a stack that is not planned. */
export function verdictComment({ stack, verdict, findings, before, after }: JudgedStack): string {
  if (verdict === "unchanged")
    return `${stack}: **unchanged.** Its configuration is the same as in the base, so it is not planned.\n`;
  const opening =
    verdict === "refused"
      ? `❌ ${stack}: **refused.** Terraform would run a program, connect elsewhere or read files before anyone has approved it. It is not planned, and no approval changes that.`
      : `⚠️ ${stack}: **not planned, needs approval.** Planning it takes credentials, and this change may not be planned before a person has read it. Once approved, the deploy plans it from the default branch.`;
  const head = `${opening}\n\n${fence(formatFindings(findings).slice(0, longestComment / 4))}\n`;
  const patch = createTwoFilesPatch("", "", text(before), text(after), "base", "pull request", {
    maxEditLength: 20_000,
  });
  if (patch === undefined) return `${head}\nThe configurations differ too much to be shown.\n`;
  const lines = patch.split("\n").slice(3).join("\n");
  const room = longestComment - head.length - reserve;
  const cut = lines.length <= room ? "" : "\n\n… cut off: read the rest in the artifact of the run.";
  const shown = `${fence(lines.slice(0, room), "diff")}${cut}`;
  return `${head}\n<details><summary>What changes in its configuration</summary>\n\n${shown}\n\n</details>\n`;
}

function text(config: JsonObject | undefined): string {
  return config === undefined ? "" : `${JSON.stringify(inOrder(config), undefined, 2)}\n`;
}
