package org.govshare.catalog.bulk.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.govshare.catalog.bulk.template.TemplateColumn;

/** Rules between the resources of a workbook, and between them and the catalogue. */
final class CrossRules {

  private final ReferenceData reference;
  private final KnownCatalogue catalogue;
  private final ImportScope scope;
  private final Faults faults;
  private final Map<String, Place> names = new HashMap<>();
  private final Map<String, List<Place>> stems = new HashMap<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private final Relations relations;

  CrossRules(ReferenceData reference, KnownCatalogue catalogue, ImportScope scope, Faults faults) {
    this.reference = reference;
    this.catalogue = catalogue;
    this.scope = scope;
    this.faults = faults;
    this.relations = new Relations(catalogue, faults);
  }

  private record Place(int row, int resourceRow, String name) {}

  /** Whether the resource breaks none of them. */
  boolean check(ReadResource resource, RawResource raw) {
    String name = raw.value(TemplateColumn.NAME);
    boolean good = true;
    if (resource.department() != null && !scope.allows(resource.department())) {
      good = fault(raw, TemplateColumn.PROVIDER, "not-your-department", resource.department());
    }
    if (name != null && resource.department() != null) {
      Place place = new Place(raw.rowOf(TemplateColumn.NAME), raw.row(), name);
      good &= noSystem(resource.department(), raw, name);
      good &= once(resource, raw, place);
      good &= unnumbered(resource, place);
      good &= notInCatalogue(resource, raw, name);
    }
    good &= codeIsFree(resource, raw);
    relations.add(resource, raw, good && resource.good());
    return good;
  }

  /** Judges what could only be judged after the last row. */
  void end() {
    relations.end();
  }

  private boolean noSystem(String department, RawResource raw, String name) {
    if (Names.isSystem(name)) {
      return fault(raw, TemplateColumn.NAME, "system-name", name);
    }
    return reference.systems().named(department, name).isEmpty()
        || fault(raw, TemplateColumn.NAME, "registered-system", name);
  }

  private boolean once(ReadResource resource, RawResource raw, Place place) {
    Place first = names.putIfAbsent(KnownCatalogue.key(resource.department(), place.name()), place);
    if (first == null) {
      return true;
    }
    return fault(
        raw,
        TemplateColumn.NAME,
        first.name().equals(place.name()) ? "duplicate-in-workbook" : "duplicate-but-for-signs",
        first.name(),
        first.row());
  }

  /** The first of a numbered row is only seen to be one when the second comes. */
  private boolean unnumbered(ReadResource resource, Place place) {
    Optional<String> stem = Names.stem(place.name());
    if (stem.isEmpty()) {
      return true;
    }
    Optional<KnownResource> known =
        catalogue.numbered(
            resource.department(), place.name(), resource.input().proposedIdentifier());
    if (known.isPresent()) {
      return fault(
          place,
          "numbered-in-catalogue",
          known.get().name(),
          Objects.toString(known.get().identifier(), "—"));
    }
    List<Place> same =
        stems.computeIfAbsent(resource.department() + '\n' + stem.get(), key -> new ArrayList<>(1));
    if (same.size() < 2) {
      same.add(place);
    }
    Place first = same.get(0);
    if (first == place) {
      return true;
    }
    if (same.get(1) == place) {
      fault(first, "numbered-duplicate", place.name(), place.row());
    }
    return fault(place, "numbered-duplicate", first.name(), first.row());
  }

  private boolean notInCatalogue(ReadResource resource, RawResource raw, String name) {
    return catalogue
        .nameIsFree(resource.department(), name, resource.input().proposedIdentifier())
        .map(taken -> fault(raw, taken))
        .orElse(true);
  }

  private boolean codeIsFree(ReadResource resource, RawResource raw) {
    String code = resource.input().proposedIdentifier();
    if (code == null) {
      return true;
    }
    Integer first = codes.putIfAbsent(code, raw.rowOf(TemplateColumn.CODE));
    if (first != null) {
      return fault(raw, TemplateColumn.CODE, "code-twice", code, first);
    }
    return catalogue
        .codeIsFree(resource.department(), code)
        .map(taken -> fault(raw, taken))
        .orElse(true);
  }

  private boolean fault(RawResource raw, Taken taken) {
    return fault(raw, taken.column(), taken.reason(), taken.arguments().toArray());
  }

  private boolean fault(
      RawResource raw, TemplateColumn column, String reason, Object... arguments) {
    return fault(raw.rowOf(column), column, raw.value(column), raw.row(), reason, arguments);
  }

  private boolean fault(Place place, String reason, Object... arguments) {
    return fault(
        place.row(), TemplateColumn.NAME, place.name(), place.resourceRow(), reason, arguments);
  }

  private boolean fault(
      int row,
      TemplateColumn column,
      String value,
      int resourceRow,
      String reason,
      Object... arguments) {
    List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
    faults.add(new Fault(row, column, reason, words, value, resourceRow));
    return false;
  }
}
