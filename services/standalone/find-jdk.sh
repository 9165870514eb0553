#!/usr/bin/env bash
# Prints the home of a JDK of at least the given release: JAVA_HOME's, one of the usual
# folders', or the one on the PATH. Prints nothing if there is none.
set -u
least=${1:-21}

release_of() { # the feature release of the JDK in a folder, empty if it is none
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
  sed -nE 's/^JAVA_VERSION="(1\.)?([0-9]+).*/\2/p' "$1/release"
}

candidates() {
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  local javac
  javac=$(command -v javac) && dirname "$(dirname "$(readlink -f "$javac")")"
  ls -d /usr/lib/jvm/*/ /opt/java/*/ /opt/jdk*/ "${HOME:-/}"/.sdkman/candidates/java/*/ \
    "${HOME:-/}"/.jdks/*/ 2>/dev/null | sed 's:/$::'
}

best= best_release=0 first=
while IFS= read -r home; do
  release=$(release_of "$home")
  [ -n "$release" ] || continue
  # What the person has set wins if it will do; otherwise the newest.
  if [ "$home" = "${JAVA_HOME:-}" ] && [ "$release" -ge "$least" ]; then
    first=$home
  fi
  if [ "$release" -ge "$least" ] && [ "$release" -gt "$best_release" ]; then
    best=$home best_release=$release
  fi
done < <(candidates)
printf '%s\n' "${first:-$best}"
