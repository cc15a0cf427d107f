#!/usr/bin/env bash
# Fails where there is no plan, or a dangerous one that nobody has approved on the pull request by its label.
#
#   gate.sh <folder>
#
# <folder> holds a folder plan-<stack> for each stack, as plan.sh left it. From the environment: GH_TOKEN,
# REPOSITORY (owner/name), PULL_REQUEST (its number), LABEL, REVIEW (whether plans are made: "on"), and NEEDS, the
# jobs before this one with their results and outputs, as GitHub's `needs` has them.
set -euo pipefail

folder=$1
if [ "${REVIEW:-}" != on ]; then
  echo "Nothing is planned: the repository variable AWS_REVIEW is not \"on\"."
  exit 0
fi
result() { jq -r --arg job "$1" '.[$job].result // "missing"' <<<"$NEEDS"; }

if [ "$(result synth)" = skipped ]; then
  echo "::error::A pull request from a fork is not planned: push its branch to this repository and open it from there."
  exit 1
fi
for job in synth environments; do
  if [ "$(result "$job")" != success ]; then
    echo "::error::The job $job ended with \"$(result "$job")\": nothing was reviewed."
    exit 1
  fi
done

# The stacks that had to be planned, not those whose plan happens to be there.
names=$(jq -r '.environments.outputs.stacks | fromjson | .[].stack' <<<"$NEEDS")
mapfile -t stacks <<<"$names"
if [ -z "$names" ]; then
  echo "No environment has its state in S3: there is nothing to plan here."
  exit 0
fi
dangerous=()
failed=()
for stack in "${stacks[@]}"; do
  case $(cat "$folder/plan-$stack/outcome" 2>/dev/null) in
    harmless | unchanged) ;;
    dangerous) dangerous+=("$stack") ;;
    *) failed+=("$stack") ;;
  esac
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "::error::There is no plan of ${failed[*]}: nothing was reviewed."
  exit 1
fi
for job in plan comment; do
  if [ "$(result "$job")" != success ]; then
    echo "::error::The job $job ended with \"$(result "$job")\": nobody could read the plans."
    exit 1
  fi
done
if [ ${#dangerous[@]} -eq 0 ]; then
  echo "No plan is dangerous."
  exit 0
fi
# Asked for now, not when the push came: whoever adds the label runs this job again.
labels=$(gh api --paginate "repos/$REPOSITORY/issues/$PULL_REQUEST/labels" --jq '.[].name')
if grep -qxF "$LABEL" <<<"$labels"; then
  echo "The plan of ${dangerous[*]} is dangerous and approved by the label \"$LABEL\"."
  exit 0
fi
echo "::error::The plan of ${dangerous[*]} is dangerous: read its comment. To approve it, add the label \"$LABEL\" and run this job again; the next push removes the label."
exit 1
