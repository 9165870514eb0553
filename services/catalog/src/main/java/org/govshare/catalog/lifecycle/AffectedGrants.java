package org.govshare.catalog.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.catalog.resource.difference.Effect;
import org.govshare.catalog.resource.difference.FieldChange;
import org.govshare.catalog.resource.difference.ItemChange;
import org.govshare.catalog.resource.difference.VersionDifference;

/** Counts the grants that breaking changes touch. Pure. */
record AffectedGrants(Set<UUID> grants, List<DifferenceView.Affected> byChange) {

  static AffectedGrants of(VersionDifference difference, List<ActiveGrants.Held> held) {
    Set<UUID> all = new HashSet<>();
    List<DifferenceView.Affected> byChange = new ArrayList<>();
    boolean moved =
        difference.fields().stream().anyMatch(field -> field.effect() == Effect.SOURCE_CHANGED);
    if (moved) {
      Set<UUID> touched = held.stream().map(ActiveGrants.Held::grantId).collect(Collectors.toSet());
      byChange.add(new DifferenceView.Affected(null, touched.size()));
      all.addAll(touched);
    }
    for (ItemChange change : difference.items()) {
      if (change.breaking()) {
        String name = before(change, "name", change.name());
        String column = before(change, "fieldName", change.fieldName());
        Set<UUID> touched =
            held.stream()
                .filter(
                    item ->
                        column != null && item.fieldName() != null
                            ? column.equals(item.fieldName())
                            : item.name().equals(name))
                .map(ActiveGrants.Held::grantId)
                .collect(Collectors.toSet());
        byChange.add(new DifferenceView.Affected(name, touched.size()));
        all.addAll(touched);
      }
    }
    return new AffectedGrants(all, byChange);
  }

  private static String before(ItemChange change, String field, String now) {
    for (FieldChange changed : change.fields()) {
      if (changed.field().equals(field)) {
        return (String) changed.before();
      }
    }
    return now;
  }
}
