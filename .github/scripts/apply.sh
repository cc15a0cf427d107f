#!/usr/bin/env bash
# Applies a plan that plan.sh made and agree.sh accepted, unless it is stale.
#
#   apply.sh <stack> <folder>
#
# <folder> is the one written by plan.sh. Reads from the environment: HOURS, the age at which a plan is too old, and
# PARALLELISM, high enough for Terraform to wait for all builds at the same time.
set -euo pipefail

stack=$1
folder=$(cd "$2" && pwd)
hours=${HOURS:-24}
text=$(cd "$(dirname "$0")" && pwd)/text.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
again="Run the deploy again: it makes a new plan."

made=$(cat "$folder/made-at")
if ! [[ $made =~ ^[0-9]+$ ]] || [ $(($(date +%s) - made)) -gt $((hours * 3600)) ]; then
  echo "::error::The plan for $stack is stale: it is older than $hours hours, and something may have changed since. $again"
  exit 1
fi

# Applying uses the same provider as planning: its hashes are in the lock file.
cp "$folder/cdk.tf.json" "$folder/.terraform.lock.hcl" "$work/"
cd "$work"
terraform init -input=false -no-color -lockfile=readonly

status=0
terraform apply -input=false -no-color -lock-timeout=5m -parallelism="${PARALLELISM:-10}" "$folder/plan.tfplan" 2>&1 |
  "$text" | tee "$work/log" || status=$?
if [ "$status" != 0 ] && grep -q "Saved plan is stale" "$work/log"; then
  echo "::error::The plan for $stack is stale: something else has been applied to it in the meantime. Nothing was changed. $again"
fi
exit "$status"
