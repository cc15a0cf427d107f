#!/usr/bin/env bash
# Plans one stack and says in words what the plan means.
#
#   plan.sh <stack> <folder>
#
# Leaves in <folder>: plan.tfplan, .terraform.lock.hcl, cdk.tf.json, made-at, limits (how long an apply may take, as
# lines for GITHUB_OUTPUT), summary.md and outcome, which is "harmless", "dangerous", "unchanged" or "failed". The
# plan as JSON, which may hold secrets, is not left there. Where BASE_CONFIG names the stack's configuration before
# the change, relative to the project, the summary also has the protections that are given up.
#
# Ends with 0 unless there is no plan.
set -euo pipefail

stack=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
work="$root/cdktf.out/stacks/$stack"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# No summary of an earlier run may stand for this one.
rm -f "$folder"/{plan.tfplan,summary.md,outcome,made-at,limits,.terraform.lock.hcl,cdk.tf.json}

# A summary where there is none of a plan: the end of what was printed, fenced.
fail() {
  printf 'failed\n' >"$folder/outcome"
  {
    printf '❌ %s: %s\n\n~~~~~~\n' "$stack" "$1"
    # A line of tildes in the log must not end the fence, nor may control characters be left.
    tail -n 60 "$scratch/log" | LC_ALL=C tr -d '\000-\010\013-\037\177' | sed 's/^~~~/ ~~~/' | cut -c1-500
    printf '~~~~~~\n'
  } >"$folder/summary.md"
  cat "$scratch/log" >&2
  exit 1
}

cd "$work"
terraform init -input=false -no-color >"$scratch/log" 2>&1 || fail "terraform init failed"

# No lock: planning changes nothing, and the role that plans may not write.
status=0
terraform plan -input=false -no-color -lock=false -detailed-exitcode -out="$folder/plan.tfplan" \
  >"$scratch/log" 2>&1 || status=$?
[ "$status" = 0 ] || [ "$status" = 2 ] || fail "terraform plan failed"
date +%s >"$folder/made-at"

terraform show -json "$folder/plan.tfplan" >"$scratch/plan.json" 2>"$scratch/log" || fail "terraform show failed"
cp .terraform.lock.hcl cdk.tf.json "$folder/"
(cd "$root" && node --require ./typescript.cjs packages/plan-review/deploy-limits-cli.ts "$scratch/plan.json") \
  >"$folder/limits" 2>"$scratch/log" || fail "the plan cannot be applied by a workflow"

arguments=("$scratch/plan.json" --stack "$stack" --out "$folder/summary.md")
if [ -n "${BASE_CONFIG:-}" ] && [ -f "$root/$BASE_CONFIG" ]; then
  arguments+=(--config-before "$root/$BASE_CONFIG" --config "$work/cdk.tf.json")
fi
cd "$root"
summary=0
node --require ./typescript.cjs packages/plan-review/plan-summary-cli.ts "${arguments[@]}" 2>"$scratch/log" || summary=$?
case $summary in
  0) if [ "$status" = 0 ]; then echo unchanged; else echo harmless; fi >"$folder/outcome" ;;
  2) echo dangerous >"$folder/outcome" ;;
  *) fail "the plan could not be summarized" ;;
esac
