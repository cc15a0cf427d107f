#!/usr/bin/env bash
# Keeps, of a workflow's matrix, the stacks whose plan was let through and changes something.
#
#   STACKS='[{"stack":"dev",…}]' changed.sh <folder>
#
# <folder> holds a folder deploy-<stack> for each plan that was let through. Prints a line for GITHUB_OUTPUT.
set -euo pipefail

folder=$1
kept='[]'
for outcome in "$folder"/deploy-*/outcome; do
  [ -f "$outcome" ] || continue
  [ "$(cat "$outcome")" != unchanged ] || continue
  stack=$(basename "$(dirname "$outcome")")
  kept=$(jq -c --arg stack "${stack#deploy-}" --argjson all "$STACKS" '. + [$all[] | select(.stack == $stack)]' <<<"$kept")
done
echo "stacks=$kept"
