#!/usr/bin/env bash
# Plans one stack and summarizes what the plan means.
#
#   plan.sh <stack> <work> <folder>
#
# <work> contains the stack's cdk.tf.json, as written by deployable-stacks-cli.ts, and no other configuration. If the
# stack existed before the change, its earlier version is there as base.json. The other stacks are in folders next to
# <work>. The project's .terraform.lock.hcl determines which provider is used.
#
# Leaves in <folder>: plan.tfplan, .terraform.lock.hcl, cdk.tf.json, made-at, limits (how long an apply may take, as
# lines for GITHUB_OUTPUT), does (a hash of what the plan does), summary.md and outcome, which is "routine", "approval"
# (needs approval), "unchanged" or "failed". The plan's JSON is not left there, because it may contain secrets.
#
# Exits with 0 if there is a plan.
set -euo pipefail

stack=$1
work=$(cd "$2" && pwd)
mkdir -p "$3"
folder=$(cd "$3" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
text=$root/.github/scripts/text.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A summary from an earlier run must not be mistaken for this run's.
rm -f "$folder"/{plan.tfplan,summary.md,outcome,does,made-at,limits,.terraform.lock.hcl,cdk.tf.json}

# Writes the end of the output as a code block instead of a plan summary.
fail() {
  printf 'failed\n' >"$folder/outcome"
  {
    printf '❌ %s: %s\n\n~~~~~~\n' "$stack" "$1"
    tail -n 60 "$scratch/log" | "$text" | cut -c1-500
    printf '~~~~~~\n'
  } >"$folder/summary.md"
  "$text" <"$scratch/log" >&2
  exit 1
}
command() { (cd "$root" && node --require ./typescript.cjs "packages/plan-review/$1-cli.ts" "${@:2}"); }

# Credentials are available here, so a configuration that runs programs, reads files or makes network requests is never
# planned, no matter who chose it.
plannable=0
command plannable "$work/cdk.tf.json" --base "$work/base.json" >"$scratch/log" 2>&1 || plannable=$?
[ "$plannable" != 1 ] || fail "the configuration was refused"

lock=()
rm -f "$work/.terraform.lock.hcl"
if [ -f "$root/.terraform.lock.hcl" ]; then
  command plan lock "$root" 2>"$scratch/log" || fail "the provider lock was downgraded"
  cp "$root/.terraform.lock.hcl" "$work/"
  lock=(-lockfile=readonly)
fi

cd "$work"
terraform init -input=false -no-color "${lock[@]}" >"$scratch/log" 2>&1 || fail "terraform init failed"

# No state lock: planning changes nothing, and the planning role has no write access.
status=0
terraform plan -input=false -no-color -lock=false -detailed-exitcode -out="$folder/plan.tfplan" \
  >"$scratch/log" 2>&1 || status=$?
if [ "$status" != 0 ] && [ "$status" != 2 ]; then
  if grep -q "newer provider version" "$scratch/log"; then
    fail "the state was written by a newer AWS provider than the locked one: lock that version or a later one with npm run lock-provider"
  fi
  fail "terraform plan failed"
fi
date +%s >"$folder/made-at"

terraform show -json "$folder/plan.tfplan" >"$scratch/plan.json" 2>"$scratch/log" || fail "terraform show failed"
cp .terraform.lock.hcl cdk.tf.json "$folder/"
command plan limits "$scratch/plan.json" >"$folder/limits" 2>"$scratch/log" || fail "a workflow cannot apply the plan"
command plan does "$scratch/plan.json" >"$folder/does" 2>"$scratch/log" || fail "the plan cannot be read"

arguments=("$scratch/plan.json" --stack "$stack" --stacks "$work/.." --out "$folder/summary.md")
if [ -f "$work/base.json" ]; then arguments+=(--config-before "$work/base.json" --config "$work/cdk.tf.json"); fi
summary=0
command plan-summary "${arguments[@]}" 2>"$scratch/log" || summary=$?
case $summary in
  0) if [ "$status" = 0 ]; then echo unchanged; else echo routine; fi >"$folder/outcome" ;;
  2) echo approval >"$folder/outcome" ;;
  *) fail "the plan was refused, or could not be summarized" ;;
esac
if [ ${#lock[@]} = 0 ] && [ "$status" != 0 ]; then
  echo approval >"$folder/outcome"
  {
    printf '⚠️ %s: **no provider is locked**, so this plan needs approval: another version of the AWS provider may do something else. Run `npm run lock-provider` and commit `.terraform.lock.hcl`.\n\n' "$stack"
    cat "$folder/summary.md"
  } >"$scratch/summary.md"
  mv "$scratch/summary.md" "$folder/summary.md"
fi
