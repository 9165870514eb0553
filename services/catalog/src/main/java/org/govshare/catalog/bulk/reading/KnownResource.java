package org.govshare.catalog.bulk.reading;

import java.util.UUID;

/**
 * A resource that the catalogue has already, in its latest versions.
 *
 * @param series what its versions share
 * @param department its provider, {@code null} if only its identifier is left
 * @param name its name, likewise
 * @param identifier {@code null} if it never had one
 * @param published version in the catalogue, {@code null} if there is none
 * @param underWay state of the version that is being worked on, {@code null} if there is none
 */
public record KnownResource(
    UUID series,
    String department,
    String name,
    String identifier,
    UUID published,
    String underWay) {

  /** Whether only its identifier is left: the import that brought it was undone. */
  public boolean isVacant() {
    return name == null;
  }
}
