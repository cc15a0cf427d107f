#!/usr/bin/env bash
# Synthesizes this checkout of the base, to see which protections a change gives up.
#
# Leaves cdktf.out. Where the base cannot be synthesized, says so and leaves nothing: there is nothing to compare with.
set -euo pipefail

cd "$(dirname "$0")/../.."
if ! CI='' npm run --silent synth >/dev/null 2>&1; then
  rm -rf cdktf.out
  echo "::warning::The base cannot be synthesized: the review does not show which protections this change gives up."
fi
