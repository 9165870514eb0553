#!/usr/bin/env bash
# Installs Debian's Chromium and a Chinese font, unless there is a browser or we may not.
# Without one the browser tests are skipped, and say so.
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "No Chromium here: the browser tests will be skipped." >&2
  echo "To have them: apt-get install chromium fonts-noto-cjk" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q </dev/null
apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk </dev/null
