#!/usr/bin/env bash
# Starts one image as the chart does (own user, read-only, no capabilities, bounded memory, only
# /tmp writable), asks its health and stops it again.
#
#   services/check-image.sh IMAGE PORT [ENV_FILE] [PROBE] [OPTION …]
#
#   PORT       the service's HTTP port; the container shares the machine's network
#   ENV_FILE   the service's environment, one NAME=value a line: database, broker, realm
#   PROBE      started, live or ready (live)
#   OPTION     further options of podman run, such as an agent's mounts
# Needs podman and curl. MEMORY (512m) and SECONDS_TO_WAIT (90) can be set.
set -euo pipefail

if [ $# -lt 2 ]; then
  sed -n '2,11s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
image=$1 port=$2 environment=${3:-} probe=${4:-live}
options=("${@:5}")
name=govshare-check-$$

finish() {
  podman rm --force --time 25 "$name" >/dev/null 2>&1 || true
}
trap finish EXIT

podman run --detach --name "$name" --pull never --network host \
  --read-only --read-only-tmpfs=false --tmpfs /tmp:rw,exec,nosuid,nodev,size=128m,mode=1777 \
  --cap-drop all --security-opt no-new-privileges --memory "${MEMORY:-512m}" \
  ${environment:+--env-file "$environment"} --env QUARKUS_HTTP_HOST=127.0.0.1 \
  --env QUARKUS_HTTP_PORT="$port" --env JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=65 \
  "${options[@]}" "$image" >/dev/null

answered=
for ((second = 0; second < ${SECONDS_TO_WAIT:-90}; second++)); do
  if [ "$(podman inspect --format '{{.State.Running}}' "$name")" != true ]; then
    break
  fi
  if curl --silent --fail --max-time 3 "http://127.0.0.1:$port/q/health/$probe"; then
    answered=yes
    break
  fi
  sleep 1
done
if [ -z "$answered" ]; then
  echo "check-image: $image does not answer /q/health/$probe; its last lines:" >&2
  podman logs --tail 40 "$name" >&2
  exit 1
fi

pid=$(podman inspect --format '{{.State.Pid}}' "$name")
status() { sed -n "s/^$1:[[:space:]]*//p" "/proc/$pid/status"; }
failed=
expect() {
  echo "check-image: $1 is $2"
  if [ "$2" != "$3" ]; then
    echo "check-image: $1 should be $3" >&2
    failed=yes
  fi
}
echo
expect "user" "$(status Uid | cut -f 2)" 1001
expect "group" "$(status Gid | cut -f 2)" 1001
expect "effective capabilities" "$(status CapEff)" 0000000000000000
expect "bounding capabilities" "$(status CapBnd)" 0000000000000000
expect "no new privileges" "$(status NoNewPrivs)" 1
expect "root file system" \
  "$(awk '$2 == "/" { print substr($4, 1, 2) }' "/proc/$pid/mounts")" ro
echo "check-image: resident memory is $(status VmRSS)"
if [ -n "$failed" ]; then exit 1; fi
