#!/usr/bin/env bash
# Prints untrusted input as plain text: without control characters, which could control a terminal, without workflow
# commands, and without any line that would close a code block fenced with tildes.
set -euo pipefail

LC_ALL=C exec sed --unbuffered --expression='s/[\x00-\x08\x0b-\x1f\x7f]//g' \
  --expression='s/^\([[:space:]]*\):\(:\)/\1\\:\2/' --expression='s/##\[/#\\#[/g' --expression='s/^~~~/ ~~~/'
