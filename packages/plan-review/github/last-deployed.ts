import * as v from "valibot";
import { type GitHub, isRunOf, runShape } from "./api";

/**
 * Returns the commit of the last successful deploy of all stacks, which is the base of the next deploy. The previous
 * commit on the branch is not suitable: it may contain a change that a deploy refused, and that change would then
 * become part of the base.
 */
export function lastDeployed(github: GitHub): string | undefined {
  const branch = encodeURIComponent(github.branch);
  const place = `actions/workflows/deploy.yml/runs?branch=${branch}&status=success&per_page=20`;
  const { workflow_runs: runs } = github.get(place, runsShape) ?? { workflow_runs: [] };
  const whole = runs.filter((run) => {
    return (
      isRunOf(github, run, "deploy.yml") &&
      run.head_branch === github.branch &&
      run.head_repository?.full_name === github.repository &&
      run.conclusion === "success" &&
      run.display_title === "deploy all"
    );
  });
  return whole.sort((a, b) => b.run_number - a.run_number)[0]?.head_sha;
}

const runsShape = v.object({
  workflow_runs: v.array(v.object({ ...runShape.entries, display_title: v.string(), run_number: v.number() })),
});
