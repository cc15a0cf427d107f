#!/usr/bin/env bash
# Writes one comment per stack on a pull request, and updates it in place when there is a new plan.
#
#   comment.sh <folder>
#
# <folder> contains plan.sh's output for each planned stack, in plan-<stack>, and the output of
# deployable-stacks-cli.ts, in stacks, with a summary for each of the other stacks. Reads from the environment:
# GH_TOKEN, REPOSITORY (owner/name), PULL_REQUEST (its number), RUN_URL, HEAD_SHA.
set -euo pipefail

folder=$1
body=$(mktemp)
trap 'rm -f "$body"' EXIT

for plan in "$folder"/plan-* "$folder"/stacks/*; do
  [ -f "$plan/summary.md" ] || continue
  stack=$(basename "$plan")
  stack=${stack#plan-}
  # The name becomes part of the marker that identifies the comment, so it must be a valid stack name.
  if ! [[ $stack =~ ^[A-Za-z0-9_-]+$ ]]; then
    echo "not a stack name: $plan" >&2
    exit 1
  fi
  mark="<!-- plan of $stack -->"
  {
    printf '%s\n' "$mark"
    cat "$plan/summary.md"
    printf '\n<sub>Review of %s, [made here](%s). Changed images were [tried in containers](%s).</sub>\n' \
      "${HEAD_SHA:0:12}" "$RUN_URL" "${RUN_URL%/runs/*}/workflows/try.yml"
  } >"$body"

  # Matches only this workflow's own comment: another user's comment that contains the marker must not be overwritten.
  existing=$(MARK="$mark" gh api --paginate "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" \
    --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARK))) | .id' | head -n 1)
  if [ -z "$existing" ] && grep --quiet '^[^ ]*: \*\*unchanged\.\*\*' "$plan/summary.md"; then
    # A stack that this pull request does not change is mentioned only if an earlier version of it did change it.
    continue
  fi
  if [ -n "$existing" ]; then
    gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$existing" --field "body=@$body"
    echo "$stack: updated comment $existing"
  else
    gh api --silent --method POST "repos/$REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$body"
    echo "$stack: commented"
  fi
done
