#!/usr/bin/env bash
# Fetches the plan that was reviewed on the pull request which a commit of main came from.
#
#   reviewed-plan.sh <stack> <folder>
#
# Leaves the pull request's number in <folder>/pull-request, where its plan is still kept the plan in <folder>/plan,
# and where it has the label a file <folder>/approved. From the environment: GH_TOKEN, REPOSITORY (owner/name), SHA,
# the commit on main, and LABEL.
set -euo pipefail

stack=$1
folder=$2
rm -rf "$folder"
mkdir -p "$folder"

# Head of the pull request that was merged as this commit; none for a commit that was pushed to main.
found=$(gh api "repos/$REPOSITORY/commits/$SHA/pulls" \
  --jq 'map(select(.merged_at != null and .merge_commit_sha == env.SHA)) | .[0] // empty | "\(.number) \(.head.sha) \(any(.labels[]?; .name == env.LABEL))"')
if [ -z "$found" ]; then
  echo "$SHA came to main without a pull request."
  exit 0
fi
read -r number head approved <<<"$found"
echo "$number" >"$folder/pull-request"
if [ "$approved" = true ]; then touch "$folder/approved"; fi

run=$(HEAD="$head" gh api "repos/$REPOSITORY/actions/workflows/plan.yml/runs?event=pull_request&head_sha=$head&per_page=20" \
  --jq '[.workflow_runs[] | select(.head_sha == env.HEAD)] | max_by(.run_number) // empty | .id')
if [ -z "$run" ]; then
  echo "Pull request $number was never planned."
  exit 0
fi
if gh run download "$run" --repo "$REPOSITORY" --name "plan-$stack" --dir "$folder/plan" 2>/dev/null; then
  echo "Pull request $number: its plan of $stack is that of run $run."
else
  rm -rf "$folder/plan"
  echo "Pull request $number: its plan of $stack is no longer kept, or there was none."
fi
