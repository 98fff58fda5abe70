# What the scripts beside it share. Sourced, never run.
# shellcheck shell=bash
# shellcheck disable=SC2034  # read by the scripts that source this file

export HOME=${HOME:-~}
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/versions.env
. "$source_dir/packaging/versions.env"

reweigh_home=${REWEIGH_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/reweigh}

say() { printf '%s\n' "$*" >&2; }
fail() { say "$(basename "$0"): $*"; exit 1; }
usage_error() { say "$(basename "$0"): $* (see --help)"; exit 2; }

# The comment block under the shebang is the help.
print_help() { sed -n '2,/^[^#]/{/^#/!d;s/^# \{0,1\}//p}' "$0"; }

# check_disk FOLDER MB [OTHER WAY OUT]: on the disk that holds the folder, or will.
check_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(($(df -Pk "$folder" | awk 'NR == 2 {print $4}') / 1024))
  [ "$free" -ge "$2" ] || fail "$1 needs $2 MB of free disk and has $free MB: free some${3:+, or $3}."
}

# retry N COMMAND...: for the network's sake; a signal is no reason to try again.
retry() {
  local left=$1 rc; shift
  while true; do
    rc=0; "$@" || rc=$?
    left=$((left - 1))
    if [ $rc -eq 0 ] || [ $rc -ge 128 ] || [ $left -eq 0 ]; then return $rc; fi
    say "  trying again ($left left)"; sleep 3
  done
}

# The log's last line, rewritten twice a second on a terminal; elsewhere a line every half minute. Ends with its parent.
follow() {
  local label=$1 log=$2 ticks=0 last
  while sleep 0.5 && kill -0 $$ 2>/dev/null; do
    ticks=$((ticks + 1))
    last=$(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | cut -c "1-$((${COLUMNS:-80} - ${#label} - 3))")
    if [ -t 2 ]; then printf '\r\033[K%s: %s' "$label" "$last" >&2
    elif [ $((ticks % 60)) -eq 0 ]; then say "$label: $last"; fi
  done
}

# watched LABEL LOG COMMAND...: the command's output goes to the log, its progress is shown; a failure shows the log's end.
watched() {
  local label=$1 log=$2 start=$SECONDS rc=0 follower; shift 2
  mkdir -p "$(dirname "$log")"; : >"$log"
  [ -t 2 ] || say "$label ..."
  follow "$label" "$log" 8>&- 9>&- & follower=$! # the locks are not its own
  "$@" >"$log" 2>&1 </dev/null || rc=$?
  kill $follower 2>/dev/null || true; wait $follower 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ $rc -ne 0 ]; then
    tail -n 40 "$log" >&2
    say "$label: failed after $((SECONDS - start)) s; the whole log is $log"
    return $rc
  fi
  say "$label: done in $((SECONDS - start)) s"
}

# Compilers at once: one per core, fewer where memory is short (a file that includes LibTorch takes about 1.3 GB).
jobs_at_once() {
  local cores fit
  cores=$(nproc)
  fit=$(($(awk '/^MemAvailable/ {print $2}' /proc/meminfo) / 1300000))
  [ $fit -ge 1 ] || fit=1
  echo $((cores < fit ? cores : fit))
}

# build_preset PRESET [cmake --build option...]: configures only if the folder is new or what it was made from has changed, a new one
# with $new_folder_options.
new_folder_options=()
build_preset() {
  local preset=$1 dir=$source_dir/build/$1 torch nvcc log; shift
  log=$dir/build.log
  torch=$("$source_dir/packaging/setup" --print torch)
  nvcc=$("$source_dir/packaging/setup" --print nvcc)
  cd "$source_dir" || return
  # Compilers inherit the lock: a build whose script was killed ends before the next begins.
  mkdir -p "$dir"; exec 8>"$dir/lock"
  flock -n 8 || { say "Another build of build/$preset is at work; waiting for it."; flock 8; }
  local new_options=()
  [ -e "$dir/CMakeCache.txt" ] || new_options=("${new_folder_options[@]}")
  if [ ! -e "$dir/build.ninja" ] || [ CMakePresets.json -nt "$dir/build.ninja" ] \
    || ! grep -qxF "REWEIGH_TORCH:PATH=$torch" "$dir/CMakeCache.txt" \
    || { [ -x "$nvcc" ] && grep -q "^REWEIGH_NVCC:.*NOTFOUND$" "$dir/CMakeCache.txt"; }; then
    watched "Configuring build/$preset" "$log" cmake --preset "$preset" -DREWEIGH_TORCH:PATH="$torch" "${new_options[@]}"
  fi
  watched "Building build/$preset" "$log" cmake --build --preset "$preset" --parallel "$(jobs_at_once)" "$@"
  exec 8>&-
}
