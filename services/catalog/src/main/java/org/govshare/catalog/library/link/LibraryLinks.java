package org.govshare.catalog.library.link;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.library.EntryState;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.library.code.CodeTableRepository;
import org.govshare.catalog.library.document.DocumentKind;
import org.govshare.catalog.library.document.DocumentRepository;
import org.govshare.catalog.library.element.ElementRepository;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/** Checks that what items cite is in the library and in force. */
@Singleton
public class LibraryLinks {

  private final DocumentRepository documents;
  private final ElementRepository elements;
  private final CodeTableRepository tables;
  private final Clock clock;

  LibraryLinks(
      DocumentRepository documents,
      ElementRepository elements,
      CodeTableRepository tables,
      Clock clock) {
    this.documents = documents;
    this.elements = elements;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Refuses unknown entries, repealed ones, and policies that are not in force yet. Three queries
   * at most, however many items there are.
   *
   * @throws InvalidInput naming every such link (400)
   */
  public Uni<Void> check(List<Cited> cited) {
    LocalDate today = Validity.today(clock);
    InputChecks checks = new InputChecks();
    return policies(ids(cited, Cited::legalBasisId), today)
        .invoke(states -> check(checks, cited, "legalBasisId", Cited::legalBasisId, states, true))
        .chain(() -> elementStates(ids(cited, Cited::dataElementId), today))
        .invoke(
            states -> check(checks, cited, "dataElementId", Cited::dataElementId, states, false))
        .chain(() -> tableStates(ids(cited, Cited::codeTableId), today))
        .invoke(states -> check(checks, cited, "codeTableId", Cited::codeTableId, states, false))
        .invoke(checks::done)
        .replaceWithVoid();
  }

  private static Set<UUID> ids(List<Cited> cited, Function<Cited, UUID> link) {
    return cited.stream().map(link).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private Uni<Map<UUID, EntryState>> policies(Set<UUID> ids, LocalDate today) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : documents
            .list("id in ?1 and kind = ?2", ids, DocumentKind.POLICY)
            .map(
                found -> {
                  Map<UUID, EntryState> states = new HashMap<>();
                  found.forEach(one -> states.put(one.id(), one.validity().on(today)));
                  return states;
                });
  }

  private Uni<Map<UUID, EntryState>> elementStates(Set<UUID> ids, LocalDate today) {
    return elements
        .these(ids)
        .map(
            found -> {
              Map<UUID, EntryState> states = new HashMap<>();
              found.forEach(one -> states.put(one.id(), one.validity().on(today)));
              return states;
            });
  }

  private Uni<Map<UUID, EntryState>> tableStates(Set<UUID> ids, LocalDate today) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : tables
            .list("id in ?1", ids)
            .map(
                found -> {
                  Map<UUID, EntryState> states = new HashMap<>();
                  found.forEach(one -> states.put(one.id(), one.validity().on(today)));
                  return states;
                });
  }

  private static void check(
      InputChecks checks,
      List<Cited> cited,
      String field,
      Function<Cited, UUID> link,
      Map<UUID, EntryState> states,
      boolean inForce) {
    for (Cited one : cited) {
      UUID id = link.apply(one);
      if (id != null) {
        EntryState state = states.get(id);
        String at = one.at().isEmpty() ? field : one.at() + "." + field;
        checks
            .that(state != null, at, "unknown-library-entry", id)
            .that(state != EntryState.REPEALED, at, "library-entry-repealed", id)
            .that(!inForce || state != EntryState.PLANNED, at, "library-entry-planned", id);
      }
    }
  }
}
