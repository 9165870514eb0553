package org.govshare.catalog.bulk.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.govshare.catalog.bulk.template.TemplateColumn;

/** The names and identifiers that are taken when an import begins. */
public final class KnownCatalogue {

  private final Map<String, KnownResource> byName = new HashMap<>();
  private final Map<String, KnownResource> byIdentifier = new HashMap<>();
  private final Map<String, KnownResource> byStem = new HashMap<>();
  private final Set<String> publishedElsewhere;

  /** Holds what it is given, and nothing else is published. */
  public KnownCatalogue(Collection<KnownResource> known) {
    this(known, Set.of());
  }

  /**
   * Holds what it is given.
   *
   * @param publishedElsewhere identifiers of what is published beside that
   */
  public KnownCatalogue(Collection<KnownResource> known, Set<String> publishedElsewhere) {
    this.publishedElsewhere = publishedElsewhere;
    for (KnownResource resource : known) {
      if (resource.published() != null || resource.underWay() != null) {
        byName.putIfAbsent(key(resource.department(), resource.name()), resource);
        Names.stem(resource.name())
            .ifPresent(stem -> byStem.putIfAbsent(stem(resource.department(), stem), resource));
      }
      if (resource.identifier() != null) {
        byIdentifier.put(resource.identifier(), resource);
      }
    }
  }

  static String key(String department, String name) {
    return department + '\n' + Names.key(name);
  }

  private static String stem(String department, String stem) {
    return department + '\n' + stem;
  }

  /** A resource of a department whose name differs from a new one's only by its number. */
  Optional<KnownResource> numbered(String department, String name, String identifier) {
    // What the catalogue has already is not new.
    boolean there = named(department, name).isPresent() || identified(identifier).isPresent();
    return there
        ? Optional.empty()
        : Names.stem(name).map(stem -> byStem.get(stem(department, stem)));
  }

  /** Whether an identifier is that of a published resource of any department. */
  boolean isPublished(String identifier) {
    return publishedElsewhere.contains(identifier)
        || identified(identifier).filter(known -> known.published() != null).isPresent();
  }

  Optional<KnownResource> named(String department, String name) {
    return Optional.ofNullable(byName.get(key(department, name)));
  }

  /** The resource that an identifier belongs to. */
  public Optional<KnownResource> identified(String identifier) {
    return Optional.ofNullable(identifier).map(byIdentifier::get);
  }

  /** Whether a department can have a resource of this name; what stands against it, if not. */
  public Optional<Taken> nameIsFree(String department, String name, String identifier) {
    KnownResource same = named(department, name).orElse(null);
    if (same == null || same.identifier() != null && same.identifier().equals(identifier)) {
      return Optional.empty();
    }
    return Optional.of(
        Taken.of(
            TemplateColumn.NAME,
            "duplicate-in-catalogue",
            same.name(),
            Objects.toString(same.identifier(), "—")));
  }

  /** Whether a department can have this identifier; what stands against it, if not. */
  public Optional<Taken> codeIsFree(String department, String code) {
    KnownResource known = identified(code).orElse(null);
    if (known == null || known.isVacant()) {
      return Optional.empty();
    }
    if (!known.department().equals(department)) {
      return Optional.of(Taken.of(TemplateColumn.CODE, "code-of-another-department", code));
    }
    if (known.underWay() != null) {
      return Optional.of(
          Taken.of(TemplateColumn.CODE, "version-under-way", code, known.underWay()));
    }
    return known.published() == null
        ? Optional.of(Taken.of(TemplateColumn.CODE, "code-withdrawn", code))
        : Optional.empty();
  }
}
