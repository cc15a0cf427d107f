#!/usr/bin/env bash
# Synthesizes a commit beside the checked-out one, to see which protections a change gives up.
#
#   synth-base.sh <commit> <folder>
#
# Leaves the commit's cdktf.out in <folder>. Where that commit cannot be synthesized, it says so and leaves nothing:
# the first pull request that brings this project has nothing to be compared with.
set -euo pipefail

commit=$1
folder=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
rm -rf "$folder"
tree=$(mktemp -d)/base
trap 'git worktree remove --force "$tree" 2>/dev/null || true; rm -rf "$(dirname "$tree")"' EXIT

if ! git worktree add --quiet --detach "$tree" "$commit"; then
  echo "There is no commit $commit here: protections that this change gives up are not told."
  exit 0
fi
# The same packages need no second installation.
if cmp -s package-lock.json "$tree/package-lock.json"; then
  ln -s "$root/node_modules" "$tree/node_modules"
else
  (cd "$tree" && npm ci --ignore-scripts --no-audit --no-fund >/dev/null 2>&1) || true
fi
if (cd "$tree" && CI='' npm run --silent synth >/dev/null 2>&1) && [ -d "$tree/cdktf.out" ]; then
  mkdir -p "$(dirname "$folder")"
  mv "$tree/cdktf.out" "$folder"
else
  echo "$commit cannot be synthesized: protections that this change gives up are not told."
fi
