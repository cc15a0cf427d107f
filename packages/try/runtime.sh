# Runs the steps of one component document by AWSTOE's rules, in any image that has a POSIX shell. compile-document.ts
# appends a function for each step and the calls to `phase` and `step`, and removes these comments.

# ---- what a step calls -----------------------------------------------------------------------------------------

fail() { printf '%s\n' "$*" >&2 && exit 1 || exit; }

# Reports what cannot be done here, and ends the step: it counts as neither done nor failed.
leave_out() { printf '%s\n' "$*" >"$state/left-out" && exit 1 || exit; }

# output <name> <value>: adds to the outputs that other steps can refer to.
output() {
  [ ! -e "$state/$id.$1" ] || printf '\n' >>"$state/$id.$1"
  printf '%s' "$2" >>"$state/$id.$1"
}

# chain <step> <name> [<iteration>]: prints an output of an earlier step.
chain() {
  if [ -n "${3-}" ]; then sed -n "$(($3 + 1))p" "$state/$1.$2"; else cat "$state/$1.$2"; fi 2>/dev/null
}

lower() { printf '%s' "$1" | tr A-Z a-z; }
yes() { [ "$(lower "$1")" = true ]; }
no() { [ "$(lower "$1")" = false ]; }

context() {
  case $1 in
    executionId | uuid) cat /proc/sys/kernel/random/uuid ;;
    osPlatform) echo Linux ;;
    osName) (. /etc/os-release && printf '%s' "${NAME-}") ;;
    osVersion) (. /etc/os-release && printf '%s' "${VERSION_ID-}") ;;
    date) date +%Y-%m-%d ;;
    dateTime) date -u +%Y-%m-%dT%H:%M:%SZ ;;
    hostname) cat /proc/sys/kernel/hostname ;;
  esac
}

ExecuteBash() {
  command -v bash >/dev/null 2>&1 || fail "ExecuteBash needs bash, which this image does not have"
  printf '%s\n' "$@" >"$state/input.sh"
  bash "$state/input.sh"
}

ExecuteBinary() { "$@"; }
ExecuteDocument() { printf '%s\n' "$1" >"$state/nested.sh" && sh "$state/nested.sh"; }
Assert() { "$id"_assert || fail "the assertion is false"; }

UpdateOS() { # include exclude, each a list with blanks
  if command -v yum >/dev/null 2>&1; then
    exclude=
    for each in $2; do exclude="$exclude --exclude=$each"; done
    yum update -y $exclude $1
  elif command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update || exit 1
    for each in $2; do apt-mark hold "$each" || exit 1; done
    if [ -n "$1" ]; then apt-get install -y --only-upgrade $1; else apt-get upgrade -y; fi
    code=$?
    for each in $2; do apt-mark unhold "$each"; done
    return $code
  else fail "UpdateOS supports yum and apt-get, and this image has neither"; fi
}

file() { [ -f "$1" ] || fail "there is no file $1"; }
folder() { [ -d "$1" ] || fail "there is no folder $1"; }
# may_write <path> <overwrite>: creates the folder that contains it.
may_write() {
  [ ! -e "$1" ] || ! no "$2" || fail "$1 exists, and overwrite is false"
  case $1 in */*) mkdir -p "${1%/*}/" ;; esac
}
is_utf8() { case $(lower "$1") in '' | utf8 | utf-8) ;; *) return 1 ;; esac }

# write <path> <content> <encoding>: appends the content to the file.
write() {
  if is_utf8 "${3-}"; then printf '%s' "$2"; else printf '%s' "$2" | iconv -f UTF-8 -t "$(charset "$3")"; fi >>"$1" ||
    fail "cannot write $1 as ${3:-UTF-8}"
}

# UTF-16 and UTF-32 are little-endian by default.
charset() {
  printf '%s' "$1" | tr a-z A-Z | sed 's/^UTF-\{0,1\}\([0-9]*\)$/UTF-\1LE/; s/^UTF-\{0,1\}\([0-9]*\)-\{0,1\}\([LB]E\)$/UTF-\1\2/; s/^UTF-8LE$/UTF-8/'
}

# own <path> <owner> <group> [<option of chown>]: if no group is given, uses the owner's own group.
own() { [ -z "$2$3" ] || chown ${4-} "$2:$3" "$1"; }
mode() { [ -z "$2" ] || chmod ${3-} "$2" "$1"; }
all() { no "$1" || echo -R; }

# Each action takes the inputs listed in the comment on its first line, from which actions.ts reads them; an input that
# is not given is empty.
AppendFile() { file "$1" && write "$@"; } # path content encoding
CreateFile() { # path content encoding owner group permissions overwrite
  may_write "$1" "$7" && : >"$1" && write "$1" "$2" "$3" && mode "$1" "$6" && own "$1" "$4" "$5"
}
CreateFolder() { # path owner group permissions overwrite
  may_write "$1" "$5" && mkdir -p "$1" && mode "$1" "$4" && own "$1" "$2" "$3"
}

CreateSymlink() { # path target force
  [ -e "$2" ] || fail "there is no target $2"
  [ ! -h "$1" ] || yes "$3" || fail "the link $1 exists, and force is not true"
  [ -h "$1" ] || [ ! -e "$1" ] || fail "$1 exists, and is not a link"
  rm -f "$1" && may_write "$1" '' && case $2 in /*) ln -s "$2" "$1" ;; *) ln -s "$PWD/$2" "$1" ;; esac
}

# into <function> <kind> <source> <destination> <overwrite>: calls the function for each file or folder that matches.
into() {
  operation=$1 kind=$2 source=$3 destination=$4 overwrite=$5 found= inside=
  [ "$kind" = -f ] || source=${source%/}
  case $destination in */) inside=1 ;; esac
  IFS=
  set -- $source
  unset IFS
  [ $# -lt 2 ] || [ -n "$inside" ] || fail "multiple sources need a destination that ends with /"
  for each; do
    [ "$kind" "$each" ] || continue
    found=1 target=$destination${inside:+${each##*/}}
    may_write "$target" "$overwrite" && "$operation" "$each" "$target" || exit 1
  done
  [ -n "$found" ] || fail "there is no source $source"
}

copy_folder() { mkdir -p "$2" && cp -R "$1/." "$2/"; }
move_folder() { rm -rf "$2" && mv "$1" "$2"; }
copy_file() { cp -f "$@"; }
CopyFile() { into copy_file -f "$@"; } # source destination overwrite
CopyFolder() { into copy_folder -d "$@"; } # source destination overwrite
MoveFile() { into mv -f "$@"; } # source destination overwrite
MoveFolder() { into move_folder -d "$@"; } # source destination overwrite

DeleteFile() { # path
  path=$1
  IFS=
  set -- $path
  unset IFS
  for each; do
    [ -d "$each" ] && [ "$each" != "$path" ] || rm "$each" || exit 1
  done
}
DeleteFolder() { folder "$1" && if yes "$2"; then rm -rf "$1"; else rmdir "$1"; fi; } # path force

files=
ListFiles() { # path fileNamePattern recursive
  folder "$1" && list_files "${1%/}" "${2:-*}" "$3" && output files "$files"
}
list_files() {
  for each in "$1"/* "$1"/.[!.]*; do
    if [ -d "$each" ] && [ ! -h "$each" ]; then
      ! yes "$3" || list_files "$each" "$2" "$3"
    elif [ -e "$each" ]; then
      case ${each##*/} in $2) files=$files${files:+,}$each && printf '%s\n' "$each" ;; esac
    fi
  done
}

ReadFile() { # path encoding printFileContent
  file "$1"
  if is_utf8 "$2"; then content=$(cat "$1"); else content=$(iconv -f "$(charset "$2")" -t UTF-8 "$1"); fi ||
    fail "cannot read $1 as $2"
  output content "$content"
  ! yes "$3" || printf '%s\n' "$content"
}
SetFileEncoding() { # path encoding
  file "$1" && iconv -f UTF-8 -t "$(charset "$2")" "$1" >"$state/encoded" && cat "$state/encoded" >"$1" || fail "cannot write $1 as $2"
}
SetFileOwner() { file "$1" && own "$@"; } # path owner group
SetFolderOwner() { folder "$1" && own "$1" "$2" "$3" "$(all "$4")"; } # path owner group recursive
SetFilePermissions() { file "$1" && mode "$@"; } # path permissions
SetFolderPermissions() { folder "$1" && mode "$1" "$2" "$(all "$3")"; } # path permissions recursive

# has_checksum <file> <checksum> <algorithm>
has_checksum() {
  sum=$("$(lower "$3")sum" "$1" 2>/dev/null) && [ "$(lower "${sum%% *}")" = "$(lower "$2")" ]
}

WebDownload() { # source destination overwrite checksum algorithm ignoreCertificateErrors
  target=$2 insecure=
  case $target in */) target=$target${1##*/} ;; esac
  may_write "$target" "$3"
  if [ ! -e "$target" ] || [ -z "$4$5" ] || ! has_checksum "$target" "$4" "$5"; then
    if command -v curl >/dev/null 2>&1; then
      ! yes "$6" || insecure=--insecure
      curl -fsSL --retry 3 $insecure -o "$target" "$1" || exit 1
    elif command -v wget >/dev/null 2>&1; then
      ! yes "$6" || insecure=--no-check-certificate
      wget -q $insecure -O "$target" "$1" || exit 1
    else leave_out "WebDownload needs curl or wget here, and this image has neither"; fi
    [ -z "$4$5" ] || has_checksum "$target" "$4" "$5" || fail "the $5 checksum of $target is not $4"
  fi
  output destination "$target"
}

# ---- conditions: [<sign>] <operand> <value>; those with a sign compare the value with the operand --------------------

stringIsEmpty() { [ -z "$1" ]; }
stringIsWhitespace() { [ -n "$1" ] && [ -z "$(printf '%s' "$1" | tr -d ' \t\r\n')" ]; }
stringEquals() { [ "$1" = "$2" ]; }
string() { LC_ALL=C expr "x$(lower "$3")" "$1" "x$(lower "$2")" >/dev/null; }
pattern() { printf '%s\n' "$3" | grep -Eq $1 -e "$2"; }

# Fails if either is not a number. Shells and expr support only whole numbers.
number() {
  ! printf '%s\n' "$2" "$3" | grep -Eqvx '[-+]?([0-9]+[.])?[0-9]+' || return 1
  sign=$1 order=1
  set -- "${2#+}" "${3#+}"
  [ "$(printf '%s\n' "$@" | LC_ALL=C sort -n | head -n 1)" = "$1" ] || order=-1
  [ "$(printf '%s\n' "$@" | LC_ALL=C sort -nu | grep -c .)" = 2 ] || order=0
  expr "$order" "$sign" 0 >/dev/null
}
binaryExists() { command -v "$1" >/dev/null 2>&1; }
fileExists() { [ -f "$1" ]; }
folderExists() { [ -d "$1" ]; }

# ---- how steps run -------------------------------------------------------------------------------------------------

# mark <field> …: prints a line for progress.ts. An empty line comes first, because the log may not end with a newline;
# progress.ts drops it.
mark() { IFS='|' && printf '\n##try %s\n' "$*" && unset IFS; }

component() { component=$1 keep=$2 && mark component "$1"; }

# step <function> <name> <action> <timeout> <attempts> <on failure> <if true> <if false> <loop> <phase>
step() {
  [ -z "$aborted" ] || return 0
  id=$1 name=$2 action=$3 limit=$4 attempts=$5 on_failure=$6 loop=$9 phase=${10} reason= try=0
  mark step "$phase" "$name" "$action"
  [ ! -e "$state/left-out" ] || rm -f "$state/left-out"
  if [ -n "$7" ]; then
    if (sh "$0" call "$state" "$id" "${id}_if"); then what=$7; else what=$8; fi
    if [ -e "$state/left-out" ]; then what=LeaveOut; fi
    case $what in
      Skip) mark end skipped && return ;;
      Abort) try=$attempts reason="its condition says Abort" ;;
      LeaveOut) left_out && return ;;
    esac
  fi
  while [ -z "$reason" ] && ! attempt; do
    [ ! -e "$state/left-out" ] || { left_out && return; }
    try=$((try + 1))
    [ "$try" -lt "$attempts" ] || break
    mark retry "$reason" "$((try + 1))" "$attempts"
    reason=
  done
  [ -n "$reason" ] || { mark end ok && return; }
  [ "$on_failure" != Ignore ] || { mark end ignored "$reason" && return; }
  failed=1 && mark end failed "$reason"
  [ "$on_failure" != Abort ] || aborted=1
}

# A cached build prints nothing, so the list of steps that it left out is stored in the image, for the container that
# runs its tests.
left_out() {
  mark end left-out "$(cat "$state/left-out")"
  [ -z "$keep" ] || (IFS='|' && printf '%s|%s.%s|%s\n' "$component" "$phase" "$name" "$(cat "$state/left-out")" >>"$keep")
}

# One attempt covers all iterations of a loop, and the step's time limit applies to all of them together.
attempt() {
  [ "$try" = 0 ] || rm -f "$state/$id".*
  index=-1 value= deadline=
  [ "$limit" -lt 0 ] || ! command -v timeout >/dev/null 2>&1 || deadline=$(($(date +%s) + limit + 1))
  if [ -n "$loop" ]; then "${id}_each"; else once; fi
}

each() {
  index=$((index + 1)) value=$1
  once && return
  [ -e "$state/left-out" ] || reason="$reason, in iteration $index"
  return 1
}

count() { # start end by
  at=$1
  while if [ "$3" -gt 0 ]; then [ "$at" -le "$2" ]; else [ "$at" -ge "$2" ]; fi; do
    each "$at" || return
    at=$((at + $3))
  done
}

split() { # delimiter list
  rest=$2
  while case $rest in *"$1"*) ;; *) false ;; esac; do
    each "${rest%%"$1"*}" || return
    rest=${rest#*"$1"}
  done
  each "$rest"
}

# As in AWSTOE, a step's outputs are pipes, and the step ends once no process keeps them open any longer.
once() {
  pipes=$((pipes + 1))
  mkfifo "$state/pipe.$pipes.out" "$state/pipe.$pipes.err"
  pump out tee "$state/stdout"
  pump err cat
  limited sh "$0" call "$state" "$id" "$id" "$index" "$value" </dev/null >"$state/pipe.$pipes.out" 2>"$state/pipe.$pipes.err"
  code=$?
  settled || {
    kill "$(cat "$state/pipe.$pipes.out.pid")" "$(cat "$state/pipe.$pipes.err.pid")" 2>/dev/null
    if timed_out; then reason="timed out after $limit s"; else reason="did not end: its command did, with exit code $code, but a process that it started keeps its output open"; fi
    return 1
  }
  [ ! -e "$state/left-out" ] || return 1
  if [ "$code" = 0 ]; then
    case $action in ExecuteBash | ExecuteBinary) output stdout "$(cat "$state/stdout")" ;; esac
    return
  fi
  case $code in 124 | 137 | 143) ! timed_out || reason="timed out after $limit s" ;; esac
  [ -n "$reason" ] || reason="exit code $code"
  [ "$code" != 194 ] || printf 'it asks for a restart (exit code 194), which a container cannot have\n' >"$state/left-out"
  return 1
}

timed_out() { [ -n "$deadline" ] && [ "$(date +%s)" -ge "$deadline" ]; }

limited() {
  if [ -z "$deadline" ]; then "$@" && return || return; fi
  left=$((deadline - $(date +%s)))
  [ "$left" -gt 0 ] || return 124
  timeout -k 5 "$left" "$@"
}

# pump <name> <command> …: copies one pipe to the log until all writers have closed it.
pump() {
  pipe=$state/pipe.$pipes.$1
  shift
  ("$@" <"$pipe" & echo $! >"$pipe.pid" && wait $! && : >"$pipe.end") 2>/dev/null &
}

# Waits until both pipes are closed, but no longer than the step's time limit, or than a user would be willing to wait.
settled() {
  round=0
  until [ -e "$state/pipe.$pipes.out.end" ] && [ -e "$state/pipe.$pipes.err.end" ]; do
    if [ "$round" -ge "$patience" ] || { [ "$round" -ge 20 ] && timed_out; }; then return 1; fi
    round=$((round + 1))
    if [ "$round" -le 20 ]; then sleep 0.05; else sleep 1; fi
  done
}

if [ "${1-}" = call ]; then
  state=$2 id=$3 call=$4 index=${5-} value=${6-}
else
  state=$(mktemp -d "${TMPDIR:-/tmp}/try.XXXXXX") || exit 1
  trap 'rm -rf "$state"' EXIT
  aborted= failed=0 pipes=0
  command -v timeout >/dev/null 2>&1 || mark note "this image has no timeout command: no step is stopped when its time is over"
fi
