#!/usr/bin/env bash
# Runs `npm run build` or `npm run promote` with the roles of the environments, and saves the outcome as the summary.
#
#   operate.sh build      reads from the environment: ENVIRONMENT, IMAGES (separated by spaces)
#   operate.sh promote    reads from the environment: IMAGE, TO, CHANNEL, and FROM, BUILD, PREVIOUS, which may be empty
#   operate.sh stack      reads from the environment: ENVIRONMENT, IMAGES; prints the stack that contains the images as
#                         a line for GITHUB_OUTPUT, because the job must name that stack's GitHub environment
#
# Two accounts need two roles at the same time, so each environment gets its own profile in the AWS CLI's files, with the
# run's OIDC token: the role <stack>-image-pipelines-operate for the environment that the job changes, and -read for the
# one that an image is promoted from; <stack> is the environment, or the group that contains the images. The session is
# named after GITHUB_ACTOR and GITHUB_RUN_ID, so that a channel's history shows who moved it.
set -euo pipefail

command=$1
describe() { node --require ./typescript.cjs main.ts --describe; }
# The stack that the images are in. If the images are unknown, the command itself reports that.
stack_of='def stack: [.images[] | select(.name | IN($images | splits(" +"))) | .stack] | unique | if length == 0 then "" else join(" ") end;'
if [ "$command" = stack ]; then
  stack=$(describe | jq --raw-output --arg environment "$ENVIRONMENT" --arg images "$IMAGES" \
    "$stack_of"' [.[] | select(.environment == $environment) | stack] | first // ""')
  case $stack in
    *' '*)
      echo "::error::$IMAGES are in several groups of $ENVIRONMENT, each with its own role ($stack): run this workflow once for each" >&2
      exit 1
      ;;
  esac
  echo "stack=${stack:-$ENVIRONMENT}"
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export AWS_CONFIG_FILE="$folder/config" AWS_SHARED_CREDENTIALS_FILE="$folder/credentials"

curl --fail --silent --show-error --header "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
  "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" | jq --raw-output '.value // empty | select(. != "")' >"$folder/token"
[ -s "$folder/token" ] || { echo "GitHub did not issue an OIDC token: the job needs id-token: write" >&2; exit 1; }

session=$(printf '%s-%s' "$GITHUB_ACTOR" "$GITHUB_RUN_ID" | tr --complement --delete 'A-Za-z0-9_=,.@-')
describe |
  jq --raw-output --arg images "${IMAGE:-${IMAGES:-}}" --arg own "${TO:-${ENVIRONMENT:-}}" --arg token "$folder/token" --arg session "${session:0:64}" "$stack_of"' .[] | (stack | if . == "" then null else . end) as $stack |
    "[profile \(.environment)]",
    "role_arn = arn:\(.partition):iam::\(.account):role/\($stack // .environment)-image-pipelines-\(if .environment == $own then "operate" else "read" end)",
    "web_identity_token_file = \($token)",
    "role_session_name = \($session)",
    "region = \(.region)"' >"$AWS_CONFIG_FILE"

case $command in
  build)
    read -ra images <<<"$IMAGES"
    arguments=("$ENVIRONMENT" "${images[@]}" --profile "$ENVIRONMENT")
    ;;
  promote)
    arguments=("$IMAGE" --to "$TO" --channel "$CHANNEL" --profile "$TO=$TO")
    [ -z "$FROM" ] || arguments+=(--from "$FROM" --profile "$FROM=$FROM")
    [ -z "$BUILD" ] || arguments+=(--build "$BUILD")
    [ "$PREVIOUS" != true ] || arguments+=(--previous)
    ;;
  *)
    echo "operate.sh build|promote" >&2
    exit 1
    ;;
esac

status=0
npm run --silent "$command" -- "${arguments[@]}" >"$folder/out" || status=$?
cat "$folder/out"
{
  echo "### $command: exit code $status"
  echo '~~~~~~'
  "$(dirname "$0")/text.sh" <"$folder/out"
  echo '~~~~~~'
} >>"$GITHUB_STEP_SUMMARY"
exit "$status"
