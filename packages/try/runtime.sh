# Runs the steps of one component document by AWSTOE's rules, in any image that has a POSIX shell.
# compile-document.ts appends a function for each step, and the calls of `phase` and `step`. It drops these comments.

# ---- what a step calls -----------------------------------------------------------------------------------------

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Names what cannot be done here, and ends the step: it counts neither as done nor as failed.
leave_out() {
  printf '%s\n' "$*" >"$state/left-out"
  exit 1
}

# output <name> <value>: adds to what other steps can refer to.
output() {
  [ ! -e "$state/$id.$1" ] || printf '\n' >>"$state/$id.$1"
  printf '%s' "$2" >>"$state/$id.$1"
}

# chain <step> <name> [<iteration>]: an output of an earlier step.
chain() {
  if [ -n "${3-}" ]; then sed -n "$(($3 + 1))p" "$state/$1.$2"; else cat "$state/$1.$2"; fi 2>/dev/null
}

yes() {
  case $1 in [Tt][Rr][Uu][Ee]) return 0 ;; esac
  return 1
}

no() {
  case $1 in [Ff][Aa][Ll][Ss][Ee]) return 0 ;; esac
  return 1
}

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
  command -v bash >/dev/null 2>&1 || fail "ExecuteBash needs bash, and this image has none"
  printf '%s\n' "$@" >"$state/input.sh"
  bash "$state/input.sh"
}

ExecuteBinary() {
  "$@"
}

ExecuteDocument() { # document
  printf '%s\n' "$1" >"$state/nested.sh"
  sh "$state/nested.sh"
}

Assert() {
  "$id"_assert || fail "the assertion is false"
}

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

parent_of() {
  case $1 in */*) mkdir -p "${1%/*}/" || exit 1 ;; esac
}

# write <path> <content> <encoding>: appends.
write() {
  case ${3-} in
    '' | [Uu][Tt][Ff]8 | [Uu][Tt][Ff]-8) printf '%s' "$2" >>"$1" || exit 1 ;;
    *) printf '%s' "$2" | iconv -f UTF-8 -t "$(charset "$3")" >>"$1" || fail "cannot write $1 as $3" ;;
  esac
}

# UTF-16 and UTF-32 are little-endian by default.
charset() {
  printf '%s' "$1" | tr a-z A-Z | sed 's/^UTF-\{0,1\}\([0-9]*\)$/UTF-\1LE/; s/^UTF-\{0,1\}\([0-9]*\)-\{0,1\}\([LB]E\)$/UTF-\1\2/; s/^UTF-8LE$/UTF-8/'
}

# own <path> <owner> <group> <recursive>: without a group, the one that the owner belongs to.
own() {
  [ -n "$2$3" ] || return 0
  chown ${4:+-R} "$2:$3" "$1" || exit 1
}

# Each action takes its inputs in the order of actions.ts; one that is not given is empty.
AppendFile() { # path content encoding
  [ -f "$1" ] || fail "there is no file $1"
  write "$1" "$2" "$3"
}

CreateFile() { # path content encoding owner group permissions overwrite
  [ ! -e "$1" ] || ! no "$7" || fail "$1 exists, and overwrite is false"
  parent_of "$1"
  : >"$1" || exit 1
  write "$1" "$2" "$3"
  [ -z "$6" ] || chmod "$6" "$1" || exit 1
  own "$1" "$4" "${5:-}" ''
}

CreateFolder() { # path owner group permissions overwrite
  [ ! -e "$1" ] || ! no "$5" || fail "$1 exists, and overwrite is false"
  mkdir -p "$1" || exit 1
  [ -z "$4" ] || chmod "$4" "$1" || exit 1
  own "$1" "$2" "${3:-}" ''
}

CreateSymlink() { # path target force
  [ -e "$2" ] || fail "there is no target $2"
  if [ -h "$1" ]; then
    yes "$3" || fail "the link $1 exists, and force is not true"
    rm "$1" || exit 1
  elif [ -e "$1" ]; then fail "$1 exists, and is no link"; fi
  parent_of "$1"
  case $2 in /*) ln -s "$2" "$1" ;; *) ln -s "$PWD/$2" "$1" ;; esac || exit 1
}

# into <function> <kind> <source> <destination> <overwrite>: calls the function for each file or folder that matches.
into() {
  operation=$1 kind=$2 destination=$4 overwrite=$5 found=
  source=$3
  [ "$kind" = -f ] || source=${source%/}
  case $destination in */) folder=1 ;; *) folder= ;; esac
  IFS=
  set -- $source
  unset IFS
  [ $# -lt 2 ] || [ -n "$folder" ] || fail "several sources need a destination that ends in /"
  for each; do
    [ "$kind" "$each" ] || continue
    found=1
    target=$destination
    [ -z "$folder" ] || target=$destination${each##*/}
    [ ! -e "$target" ] || ! no "$overwrite" || fail "$target exists, and overwrite is false"
    parent_of "$target"
    "$operation" "$each" "$target"
  done
  [ -n "$found" ] || fail "there is no source $source"
}

copy_file() { cp -f "$1" "$2" || exit 1; }
copy_folder() { mkdir -p "$2" && cp -R "$1/." "$2/" || exit 1; }
move_file() { mv -f "$1" "$2" || exit 1; }
move_folder() { rm -rf "$2" && mv "$1" "$2" || exit 1; }
CopyFile() { into copy_file -f "$@"; }
CopyFolder() { into copy_folder -d "$@"; }
MoveFile() { into move_file -f "$@"; }
MoveFolder() { into move_folder -d "$@"; }

DeleteFile() { # path
  path=$1
  IFS=
  set -- $path
  unset IFS
  for each; do
    if [ -d "$each" ] && [ "$each" != "$path" ]; then continue; fi
    rm "$each" || exit 1
  done
}

DeleteFolder() { # path force
  [ -d "$1" ] || fail "there is no folder $1"
  if yes "$2"; then rm -rf "$1"; else rmdir "$1"; fi || exit 1
}

ListFiles() { # path fileNamePattern recursive
  [ -d "$1" ] || fail "there is no folder $1"
  list_files "${1%/}" "${2:-*}" "$3"
  output files "$files"
}

files=
list_files() {
  for each in "$1"/* "$1"/.[!.]*; do
    if [ -d "$each" ] && [ ! -h "$each" ]; then
      if yes "$3"; then list_files "$each" "$2" "$3"; fi
    elif [ -e "$each" ]; then
      case ${each##*/} in $2) files=$files${files:+,}$each && printf '%s\n' "$each" ;; esac
    fi
  done
}

ReadFile() { # path encoding printFileContent
  [ -f "$1" ] || fail "there is no file $1"
  case $2 in
    '' | [Uu][Tt][Ff]8 | [Uu][Tt][Ff]-8) content=$(cat "$1") ;;
    *) content=$(iconv -f "$(charset "$2")" -t UTF-8 "$1") || fail "cannot read $1 as $2" ;;
  esac
  output content "$content"
  ! yes "$3" || printf '%s\n' "$content"
}

SetFileEncoding() { # path encoding
  [ -f "$1" ] || fail "there is no file $1"
  iconv -f UTF-8 -t "$(charset "$2")" "$1" >"$state/encoded" && cat "$state/encoded" >"$1" || fail "cannot write $1 as $2"
}

SetFileOwner() { # path owner group
  [ -f "$1" ] || fail "there is no file $1"
  own "$@" ''
}

SetFolderOwner() { # path owner group recursive
  [ -d "$1" ] || fail "there is no folder $1"
  if no "$4"; then own "$1" "$2" "$3" ''; else own "$1" "$2" "$3" 1; fi
}

SetFilePermissions() { # path permissions
  [ -f "$1" ] || fail "there is no file $1"
  chmod "$2" "$1" || exit 1
}

SetFolderPermissions() { # path permissions recursive
  [ -d "$1" ] || fail "there is no folder $1"
  if no "$3"; then chmod "$2" "$1"; else chmod -R "$2" "$1"; fi || exit 1
}

# has_checksum <file> <checksum> <algorithm>
has_checksum() {
  sum=$("$(printf '%s' "$3" | tr A-Z a-z)sum" "$1" 2>/dev/null) || return 1
  [ "$(lower "${sum%% *}")" = "$(lower "$2")" ]
}

WebDownload() { # source destination overwrite checksum algorithm ignoreCertificateErrors
  target=$2
  case $target in */) target=$target${1##*/} ;; esac
  if [ -e "$target" ]; then
    ! no "$3" || fail "$target exists, and overwrite is false"
    if [ -n "$4" ] && [ -n "$5" ] && has_checksum "$target" "$4" "$5"; then output destination "$target" && return; fi
  fi
  parent_of "$target"
  insecure=
  if command -v curl >/dev/null 2>&1; then
    ! yes "$6" || insecure=--insecure
    curl -fsSL --retry 3 $insecure -o "$target" "$1" || exit 1
  elif command -v wget >/dev/null 2>&1; then
    ! yes "$6" || insecure=--no-check-certificate
    wget -q $insecure -O "$target" "$1" || exit 1
  else leave_out "WebDownload needs curl or wget here, and this image has neither"; fi
  if [ -n "$4" ] && [ -n "$5" ]; then
    has_checksum "$target" "$4" "$5" || fail "the $5 checksum of $target is not $4"
  fi
  output destination "$target"
}

# ---- conditions: <operand> <value>; all but stringEquals compare the value with the operand --------------------

lower() { printf '%s' "$1" | tr A-Z a-z; }
stringIsEmpty() { [ -z "$1" ]; }
stringIsWhitespace() { [ -n "$1" ] && [ -z "$(printf '%s' "$1" | tr -d ' \t\r\n')" ]; }
stringEquals() { [ "$1" = "$2" ]; }
string() { LC_ALL=C expr "x$(lower "$3")" "$2" "x$(lower "$1")" >/dev/null; }
stringLessThan() { string "$1" '<' "$2"; }
stringLessThanEquals() { string "$1" '<=' "$2"; }
stringGreaterThan() { string "$1" '>' "$2"; }
stringGreaterThanEquals() { string "$1" '>=' "$2"; }
pattern() { printf '%s\n' "$3" | grep -Eq $1 -e "$2"; }
number() { printf '%s\n' "$1" | grep -Eqx '[-+]?([0-9]+[.])?[0-9]+'; }

# compare <operand> <value>: -1, 0 or 1, as the value is less, equal or greater; fails where one is no number.
compare() {
  number "$1" && number "$2" || return 1
  set -- "${1#+}" "${2#+}"
  [ "$(printf '%s\n' "$@" | LC_ALL=C sort -nu | grep -c .)" = 2 ] || { echo 0 && return; }
  [ "$(printf '%s\n' "$@" | LC_ALL=C sort -n | head -n 1)" = "$2" ] && echo -1 || echo 1
}
numberEquals() { order=$(compare "$@") && [ "$order" -eq 0 ]; }
numberLessThan() { order=$(compare "$@") && [ "$order" -lt 0 ]; }
numberLessThanEquals() { order=$(compare "$@") && [ "$order" -le 0 ]; }
numberGreaterThan() { order=$(compare "$@") && [ "$order" -gt 0 ]; }
numberGreaterThanEquals() { order=$(compare "$@") && [ "$order" -ge 0 ]; }
binaryExists() { command -v "$1" >/dev/null 2>&1; }
fileExists() { [ -f "$1" ]; }
folderExists() { [ -d "$1" ]; }
fileMD5Equals() { has_checksum "$2" "$1" MD5; }
fileSHA1Equals() { has_checksum "$2" "$1" SHA1; }
fileSHA256Equals() { has_checksum "$2" "$1" SHA256; }
fileSHA512Equals() { has_checksum "$2" "$1" SHA512; }

# ---- how steps are run -----------------------------------------------------------------------------------------

# mark <field> …: a line for progress.ts, which drops the empty one before it: the log may not end with a line's end.
mark() {
  (IFS='|' && printf '\n##try %s\n' "$*")
}

component() {
  component=$1 keep=$2
  mark component "$1"
}

phase() {
  phase=$1
}

# step <function> <name> <action> <timeout> <attempts> <on failure> <if true> <if false> <loop>
step() {
  [ -z "$aborted" ] || return 0
  id=$1 name=$2 action=$3 limit=$4 attempts=$5 on_failure=$6 loop=$9 reason= try=0
  mark step "$phase" "$name" "$action"
  rm -f "$state/left-out"
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
  case $on_failure in
    Ignore) mark end ignored "$reason" ;;
    *) failed=1 && mark end failed "$reason" ;;
  esac
  [ "$on_failure" != Abort ] || aborted=1
}

# A build that is cached says nothing: what it left out is kept in the image, for the container that tests it.
left_out() {
  mark end left-out "$(cat "$state/left-out")"
  [ -z "$keep" ] || (IFS='|' && printf '%s|%s.%s|%s\n' "$component" "$phase" "$name" "$(cat "$state/left-out")" >>"$keep")
}

# One attempt is all iterations of a loop, within the step's time.
attempt() {
  rm -f "$state/$id".*
  index=-1 value= deadline=
  [ "$limit" -lt 0 ] || ! command -v timeout >/dev/null 2>&1 || deadline=$(($(date +%s) + limit))
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
  while :; do
    case $rest in
      *"$1"*) each "${rest%%"$1"*}" || return ;;
      *) each "$rest" && return || return ;;
    esac
    rest=${rest#*"$1"}
  done
}

# Like AWSTOE, a step has pipes for its outputs, and ends when nothing holds them open any more.
once() {
  rm -f "$state"/pipe.*
  mkfifo "$state/pipe.out" "$state/pipe.err"
  pump out tee "$state/stdout"
  pump err cat
  limited sh "$0" call "$state" "$id" "$id" "$index" "$value" </dev/null >"$state/pipe.out" 2>"$state/pipe.err"
  code=$?
  settled || {
    kill "$(cat "$state/pipe.out.pid")" "$(cat "$state/pipe.err.pid")" 2>/dev/null
    if timed_out; then reason="timed out after $limit s"; else reason="did not end: its command did, with exit code $code, but a process that it started keeps its output open"; fi
    return 1
  }
  [ ! -e "$state/left-out" ] || return 1
  if [ "$code" = 0 ]; then
    case $action in ExecuteBash | ExecuteBinary) output stdout "$(cat "$state/stdout")" ;; esac
    return
  fi
  case $code in
    124 | 137 | 143) if timed_out; then reason="timed out after $limit s"; fi ;;
  esac
  [ -n "$reason" ] || reason="exit code $code"
  [ "$code" != 194 ] || printf 'it asks for a restart (exit code 194), which a container cannot have\n' >"$state/left-out"
  return 1
}

timed_out() {
  [ -n "$deadline" ] && [ "$(date +%s)" -ge "$deadline" ]
}

limited() {
  if [ -z "$deadline" ]; then "$@" && return || return; fi
  left=$((deadline - $(date +%s)))
  [ "$left" -gt 0 ] && timeout -k 5 "$left" "$@"
}

# pump <name> <command> …: copies one pipe to the log until its last writer has closed it.
pump() {
  pipe=$state/pipe.$1
  shift
  ("$@" <"$pipe" & echo $! >"$pipe.pid" && wait $! && : >"$pipe.end") 2>/dev/null &
}

# Whether both pipes were closed, within the step's time and the patience of somebody who watches.
settled() {
  round=0
  until [ -e "$state/pipe.out.end" ] && [ -e "$state/pipe.err.end" ]; do
    if [ "$round" -ge "$patience" ] || timed_out; then return 1; fi
    round=$((round + 1))
    if [ "$round" -le 20 ]; then sleep 0.05; else sleep 1; fi
  done
}

if [ "${1-}" = call ]; then
  state=$2 id=$3 call=$4 index=${5-} value=${6-}
else
  state=$(mktemp -d "${TMPDIR:-/tmp}/try.XXXXXX") || exit 1
  trap 'rm -rf "$state"' EXIT
  aborted= failed=0
  command -v timeout >/dev/null 2>&1 || mark note "this image has no timeout command: no step is stopped when its time is over"
fi
