#!/usr/bin/env bash
# Synthesizes the base of a change for comparison.
#
#   synth-base.sh <folder> [<commit>]
#
# Leaves the output of the synth in <folder>. Without a commit, the base is this checkout. If the base cannot be
# synthesized, the script reports this and leaves no output, so every change needs approval.
set -euo pipefail

folder=$1
cd "$(dirname "$0")/../.."
rm -rf "$folder"

synthesize() {
  if [ $# = 0 ]; then
    CI='' CDKTF_OUTDIR="$folder" npm run --silent synth
  else
    git worktree add --quiet --force --detach "$folder.checkout" "$1" &&
      cd "$folder.checkout" && npm ci && CI='' CDKTF_OUTDIR="$folder" npm run --silent synth
  fi
}

if ! (synthesize "${@:2}") >&2; then
  rm -rf "$folder"
  echo "::warning::The base cannot be synthesized: every change needs approval until it can be."
fi
