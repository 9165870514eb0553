#!/usr/bin/env bash
# Builds the container images of the services from their packaged jars.
#
#   services/build-images.sh [SERVICE …]     all services unless some are named
#
#   BASE_IMAGE   image with a Java runtime        (localhost/govshare-base:25, made if missing)
#   REPOSITORY   what the images are named below  (localhost/govshare)
#   VERSION      their tag                        (the version of the root POM)
# Needs buildah or podman. Nothing is pulled: the base must be there already.
set -euo pipefail

services=$(cd "$(dirname "$0")" && pwd)
base=${BASE_IMAGE:-localhost/govshare-base:25}
repository=${REPOSITORY:-localhost/govshare}
version=${VERSION:-$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$services/../pom.xml" | head -n 1)}
revision=$(git -C "$services" rev-parse HEAD 2>/dev/null || echo unknown)

if command -v buildah >/dev/null; then
  build=(buildah build)
  exists() { buildah inspect --type image "$1" >/dev/null 2>&1; }
elif command -v podman >/dev/null; then
  build=(podman build)
  exists() { podman image exists "$1"; }
else
  echo "build-images: neither buildah nor podman is installed" >&2
  exit 1
fi

if ! exists "$base"; then
  if [ -n "${BASE_IMAGE:-}" ]; then
    echo "build-images: there is no image $base on this machine" >&2
    exit 1
  fi
  "$services/base-image.sh" "$base"
fi

if [ $# -eq 0 ]; then
  for file in "$services"/*/Containerfile; do
    set -- "$@" "$(basename "$(dirname "$file")")"
  done
fi
for service in "$@"; do
  if [ ! -f "$services/$service/Containerfile" ]; then
    echo "build-images: $service has no Containerfile" >&2
    exit 1
  fi
  if [ ! -f "$services/$service/target/quarkus-app/quarkus-run.jar" ]; then
    echo "build-images: $service is not packaged: ./mvnw -pl services/$service -am package" >&2
    exit 1
  fi
done
for service in "$@"; do
  image=$repository/$service:$version
  echo "build-images: $image"
  "${build[@]}" --quiet --pull-never --format oci \
    --build-arg BASE_IMAGE="$base" --build-arg VERSION="$version" --build-arg REVISION="$revision" \
    --tag "$image" --file "$services/$service/Containerfile" "$services/$service"
done
