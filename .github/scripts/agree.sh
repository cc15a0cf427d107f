#!/usr/bin/env bash
# Decides whether a fresh plan may be applied: it does what was reviewed, or nothing that needs a review by itself.
#
#   agree.sh <stack> <fresh folder> <reviewed folder>
#
# The folders are those of plan.sh and reviewed-plan.sh. The reviewed plan is compared, not applied: it was made by
# the pull request's own code, the fresh one by what was merged. From the environment: EVENT (push or
# workflow_dispatch), ACCEPT_DATA_RISK (true or anything else), GITHUB_STEP_SUMMARY.
#
# Ends with 0 where the fresh plan may be applied, with 1 and words where not.
set -euo pipefail

stack=$1
fresh=$2
reviewed=$3
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

report() { tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"; }

cat "$fresh/summary.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
echo >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
outcome=$(cat "$fresh/outcome")
again="Run this workflow by hand for $stack to plan afresh: whoever approves the environment reviews that plan."

if [ "$outcome" = unchanged ]; then
  echo "$stack: there is nothing to apply." | report
  exit 0
fi

if [ "$EVENT" = push ] && [ -f "$reviewed/plan/plan.tfplan" ]; then
  number=$(cat "$reviewed/pull-request")
  (
    cd "$root/cdktf.out/stacks/$stack"
    terraform show -json "$fresh/plan.tfplan" >"$scratch/fresh.json"
    terraform show -json "$reviewed/plan/plan.tfplan" >"$scratch/reviewed.json"
  )
  status=0
  (cd "$root" && node --require ./typescript.cjs packages/plan-review/same-changes-cli.ts "$scratch/reviewed.json" "$scratch/fresh.json") \
    >"$scratch/differences" || status=$?
  case $status in
    0)
      # The gate is the pull request's own workflow; this one is main's.
      if [ "$outcome" = dangerous ] && [ ! -f "$reviewed/approved" ]; then
        echo "❌ $stack: this plan is dangerous, and #$number was merged without the approval that it needs. $again Tick the box that accepts the risk." | report
        exit 1
      fi
      echo "$stack: this plan does exactly what was reviewed on #$number." | report
      exit 0
      ;;
    2)
      {
        echo "❌ $stack: the plan that was reviewed on #$number is stale. Since then something else changed, and applying now would do other things than were reviewed:"
        echo
        sed -E 's/^- (.*)$/- `\1`/; s/^- `(and [0-9]+ more)`$/- \1/' "$scratch/differences"
        echo
        echo "$again"
      } | report
      exit 1
      ;;
    *)
      echo "❌ $stack: the plan that was reviewed on #$number cannot be read. $again" | report
      exit 1
      ;;
  esac
fi

if [ "$outcome" = dangerous ] && [ "${ACCEPT_DATA_RISK:-}" != true ]; then
  if [ "$EVENT" = push ]; then
    echo "❌ $stack: this plan is dangerous and nobody reviewed it: no plan of a pull request is kept for this commit. $again Tick the box that accepts the risk." | report
  else
    echo "❌ $stack: this plan is dangerous. Read it above; to apply it, run this workflow again and tick the box that accepts the risk." | report
  fi
  exit 1
fi
echo "$stack: no reviewed plan is compared with this one; whoever approves the environment reviews it here." | report
