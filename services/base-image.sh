#!/usr/bin/env bash
# Makes the base image of the services where none can be pulled: the C library and time zones
# from Debian's packages, and a Java runtime of only the modules that are used.
#
#   services/base-image.sh [NAME]        NAME: localhost/govshare-base:25 unless told otherwise
#
# Needs root, mmdebstrap, buildah, and a JDK 25 in JAVA_HOME or on the path.
#   DEBIAN_SUITE    release to take the packages from      (bookworm)
#   DEBIAN_MIRROR   a mirror, or a file of apt sources     (Debian's own)
set -euo pipefail

name=${1:-localhost/govshare-base:25}
suite=${DEBIAN_SUITE:-bookworm}
jlink=${JAVA_HOME:+$JAVA_HOME/bin/}jlink

# The modules of Java SE, and: Unsafe (Netty, Quarkus), zip file systems, JMX and flight
# recordings, Chinese and English locale data, elliptic curves, DNS and socket options.
modules=java.se,jdk.unsupported,jdk.zipfs,jdk.management,jdk.management.agent,jdk.jfr
modules+=,jdk.localedata,jdk.crypto.ec,jdk.naming.dns,jdk.net,jdk.charsets

for command in mmdebstrap buildah "$jlink"; do
  command -v "$command" >/dev/null || { echo "base-image: $command is missing" >&2; exit 1; }
done

work=$(mktemp -d)
container=
finish() {
  if [ -n "$container" ]; then buildah rm "$container" >/dev/null; fi
  rm -rf "$work"
}
trap finish EXIT

echo "base-image: packages of Debian $suite"
mmdebstrap --quiet --variant=extract --include=libc6,libc-bin,base-files,netbase,tzdata \
  "$suite" "$work/root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"}
rm -rf "$work"/root/var/cache/apt "$work"/root/var/lib/apt "$work"/root/var/log/* \
  "$work"/root/usr/share/{doc,man,locale,lintian,info} "$work"/root/dev
mkdir -p "$work/root/dev" "$work/root/proc" "$work/root/sys" "$work/root/tmp" "$work/root/app"
chmod 1777 "$work/root/tmp"
echo 'root:x:0:0:root:/root:/usr/sbin/nologin' >"$work/root/etc/passwd"
echo 'govshare:x:1001:1001:govshare:/app:/usr/sbin/nologin' >>"$work/root/etc/passwd"
printf 'root:x:0:\ngovshare:x:1001:\n' >"$work/root/etc/group"

echo "base-image: Java runtime"
"$jlink" --add-modules "$modules" --include-locales=en,zh --strip-debug \
  --no-header-files --no-man-pages --compress=zip-6 --output "$work/root/opt/java"

echo "base-image: image $name"
container=$(buildah from scratch)
buildah add --quiet "$container" "$work/root" / >/dev/null
buildah config --env PATH=/opt/java/bin:/usr/bin:/bin --env JAVA_HOME=/opt/java \
  --env LANG=C.UTF-8 --user 1001:1001 --workingdir /app \
  --label org.opencontainers.image.title=govshare-base \
  --label org.opencontainers.image.description="C library, time zones and a Java runtime" \
  "$container"
buildah commit --quiet "$container" "$name"
