# Runs one component document with AWS's own executor. awstoe.ts prepends the inputs.
folder=$(mktemp -d "${TMPDIR:-/tmp}/try.XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
printf '%s' "$document" >"$folder/$name.yaml"
printf '\n##try component|%s\n' "$name"
set -- --documents "$folder/$name.yaml" --phases "$phases" --log-directory "$folder/logs"
/tmp/try-awstoe run "$@" ${parameters:+--parameters "$parameters"} >"$folder/summary"
code=$?
for each in "$folder"/logs/* "$folder"/logs/*/*; do
  case ${each##*/} in
    console.log) cat "$each" ;;
    detailed[Oo]utput.json) printf '\n##try awstoe|%s\n' "$(tr -d '\n' <"$each")" ;;
  esac
done
case $(tr -d ' \n' <"$folder/summary") in
  *'"status":"success"'*) ;;
  *) cat "$folder/summary" && [ "$code" != 0 ] || code=1 ;;
esac
exit "$code"
