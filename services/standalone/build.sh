#!/usr/bin/env bash
# Packages the services whose sources are newer than their packages, and those that depend on
# them. Tests are left to `make test`. Usage: build.sh <maven command…>
set -euo pipefail
cd "$(dirname "$0")/../.."

# What each module's package is called.
package_of() {
  case $1 in
    standalone) echo target/standalone/standalone-*.jar ;;
    catalog | exchange | monitoring | node | portal) echo target/quarkus-app/quarkus-run.jar ;;
    *) echo "target/$1-*.jar" ;;
  esac
}

# Modules of which anything but the tests is newer than the mark of the last build.
mark=target/built
changed() {
  local module=$1 package
  package=$(cd "services/$module" && ls -t $(package_of "$module") 2>/dev/null | head -n 1)
  [ -n "$package" ] && [ -f "$mark" ] || return 0
  [ -n "$(find "services/$module" -path "services/$module/target" -prune -o -name node_modules -prune -o -name dist -prune \
    -o -path "services/$module/src/test" -prune -o -type f -newer "$mark" -print -quit)" ]
}

started=$(mktemp)
trap 'rm -f "$started"' EXIT
modules=()
if [ -f "$mark" ] && [ pom.xml -nt "$mark" ]; then rm -f "$mark"; fi
for module in platform-core platform-reactive exchange-protocol verify catalog exchange monitoring node \
  portal standalone lab; do
  [ -f "services/$module/pom.xml" ] && changed "$module" && modules+=("services/$module")
done

if [ ${#modules[@]} -gt 0 ]; then
  echo "Building ${modules[*]#services/} and what depends on them"
  # -am -amd: their inputs must be in the same reactor, their dependents must be packaged again.
  projects=$(IFS=,; echo "${modules[*]}")
  # The system's tests depend on all but these two, and Maven refuses to leave out what it would not build.
  if printf '%s\n' "${modules[@]}" | grep -qvxE 'services/(lab|verify)'; then
    projects+=",!services/system-tests"
  fi
  log=target/build.log
  mkdir -p target
  if ! "$@" package -DskipTests -Dspotless.check.skip -Dspotless.apply.skip \
    -pl "$projects" -am -amd 2>&1 | tee "$log" \
    | sed -unE 's/^\[INFO\] Building (.*) [^ ]+ +(\[[0-9]+\/[0-9]+\])$/  \2 \1/p'; then
    grep -E '^\[ERROR\]' "$log" | head -n 40 >&2 || tail -n 40 "$log" >&2
    echo "The build failed; the whole log: $log" >&2
    exit 1
  fi
  touch -r "$started" "$mark"
fi

exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp 'services/standalone/target/standalone/*' \
  org.govshare.standalone.Main prepare
