package org.govshare.catalog.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.reference.Use;
import org.govshare.catalog.reference.UseFinder;
import org.govshare.catalog.reference.Uses;

/** What offices, functions, matters and systems refer to among each other. */
@Singleton
class EntryUses implements UseFinder {

  @Override
  public Uni<List<Use>> of(String kind, String id) {
    return switch (kind) {
      case "office" ->
          all(
              id,
              new Reference("functions", "BusinessFunction", "officeId"),
              new Reference("systems", "InformationSystem", "officeId"));
      case "function" -> all(id, new Reference("matters", "BusinessMatter", "functionId"));
      case "system" -> all(id, new Reference("systems", "InformationSystem", "decisionTarget"));
      default -> Uni.createFrom().item(List.of());
    };
  }

  private static Uni<List<Use>> all(String id, Reference... references) {
    UUID key = UUID.fromString(id);
    return Multi.createFrom()
        .items(references)
        .onItem()
        .transformToUniAndConcatenate(
            from -> Uses.query(from.what, from.entity, from.field + " = ?1", key))
        .collect()
        .asList();
  }

  private record Reference(String what, String entity, String field) {}
}
