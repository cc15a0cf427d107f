#!/usr/bin/env bash
# Decides whether a fresh plan may be applied: only if it does exactly what was reviewed, or contains nothing that needs
# a review.
#
#   agree.sh <stack> <work> <fresh> <reviewed>
#
# <work> and <fresh> are the two folders that plan.sh was called with; <reviewed> is the one written by `review-cli.ts
# reviewed`. The reviewed plan is only compared, not applied. Reads from the environment: EVENT (push or
# workflow_dispatch), ACCEPT_DATA_RISK, ADMINISTRATOR (whether an administrator accepted the risk), VERDICT, REVIEWERS,
# GITHUB_STEP_SUMMARY.
#
# Exits with 0 if the fresh plan may be applied, otherwise with 1 and the reason.
set -euo pipefail

stack=$1
work=$2
fresh=$(cd "$3" && pwd)
reviewed=$4
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

{ cat "$fresh/summary.md"; echo; } >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
(cd "$work" && terraform show -json "$fresh/plan.tfplan" >"$scratch/fresh.json")
if [ -f "$reviewed/plan/plan.tfplan" ]; then
  reviewed=$(cd "$reviewed" && pwd)
  (
    cd "$work"
    # An unreadable plan is reported below.
    terraform show -json "$reviewed/plan/plan.tfplan" >"$scratch/reviewed.json" 2>/dev/null || true
  )
fi
cd "$root"
node --require ./typescript.cjs packages/plan-review/plan-cli.ts agree "$stack" "$fresh" "$reviewed" "$scratch" |
  tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"
