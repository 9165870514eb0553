package org.govshare.catalog.bulk.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names and identifiers that are taken when an import begins. */
public final class KnownCatalogue {

  private final Map<String, KnownResource> byName = new HashMap<>();
  private final Map<String, KnownResource> byIdentifier = new HashMap<>();

  /** Holds what it is given. */
  public KnownCatalogue(Collection<KnownResource> known) {
    for (KnownResource resource : known) {
      if (resource.published() != null || resource.underWay() != null) {
        byName.putIfAbsent(key(resource.department(), resource.name()), resource);
      }
      if (resource.identifier() != null) {
        byIdentifier.put(resource.identifier(), resource);
      }
    }
  }

  static String key(String department, String name) {
    return department + '\n' + Names.key(name);
  }

  Optional<KnownResource> named(String department, String name) {
    return Optional.ofNullable(byName.get(key(department, name)));
  }

  /** The resource that an identifier belongs to. */
  public Optional<KnownResource> identified(String identifier) {
    return Optional.ofNullable(identifier).map(byIdentifier::get);
  }
}
