#!/usr/bin/env bash
# Passes on what others wrote as text: no control characters, which steer a terminal, no commands to the workflow, and no
# line that ends a fence of tildes.
set -euo pipefail

LC_ALL=C exec sed --unbuffered --expression='s/[\x00-\x08\x0b-\x1f\x7f]//g' \
  --expression='s/^\([[:space:]]*\):\(:\)/\1\\:\2/' --expression='s/##\[/#\\#[/g' --expression='s/^~~~/ ~~~/'
