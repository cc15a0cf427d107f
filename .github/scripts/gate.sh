#!/usr/bin/env bash
# Fails where a plan is dangerous and nobody has agreed to it on the pull request, by its label.
#
#   gate.sh <folder>
#
# <folder> holds a folder plan-<stack> for each stack, as plan.sh left it. From the environment: GH_TOKEN,
# REPOSITORY (owner/name), PULL_REQUEST (its number), LABEL.
set -euo pipefail

folder=$1
dangerous=()
failed=()
for outcome in "$folder"/plan-*/outcome; do
  [ -f "$outcome" ] || continue
  stack=$(basename "$(dirname "$outcome")")
  case $(cat "$outcome") in
    harmless | unchanged) ;;
    dangerous) dangerous+=("${stack#plan-}") ;;
    *) failed+=("${stack#plan-}") ;;
  esac
done

if [ ${#failed[@]} -gt 0 ]; then
  echo "::error::There is no plan of ${failed[*]}: nothing was reviewed."
  exit 1
fi
if [ ${#dangerous[@]} -eq 0 ]; then
  echo "No plan puts data at risk or opens access."
  exit 0
fi
# Asked for now, not when the push came: whoever adds the label runs this job again.
labels=$(gh api --paginate "repos/$REPOSITORY/issues/$PULL_REQUEST/labels" --jq '.[].name')
if grep -qxF "$LABEL" <<<"$labels"; then
  echo "The plan of ${dangerous[*]} is dangerous, and the label \"$LABEL\" says that a person agreed."
  exit 0
fi
echo "::error::The plan of ${dangerous[*]} puts data at risk or opens access: read its comment. To agree, add the label \"$LABEL\" and run this job again; the next push takes it off."
exit 1
