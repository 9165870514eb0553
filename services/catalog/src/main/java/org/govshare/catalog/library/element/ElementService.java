package org.govshare.catalog.library.element;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.library.Citations;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.EntryQuery;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.library.code.CodeTableRepository;
import org.govshare.catalog.library.document.DocumentKind;
import org.govshare.catalog.library.document.DocumentRepository;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps standard data elements. Everybody reads them; the publisher writes them. */
@Singleton
class ElementService {

  private static final int SUGGESTION_LIMIT = 10;

  private final ElementRepository elements;
  private final CodeTableRepository tables;
  private final DocumentRepository documents;
  private final Citations citations;
  private final Changes changes;
  private final Clock clock;

  ElementService(
      ElementRepository elements,
      CodeTableRepository tables,
      DocumentRepository documents,
      Citations citations,
      Changes changes,
      Clock clock) {
    this.elements = elements;
    this.tables = tables;
    this.documents = documents;
    this.citations = citations;
    this.changes = changes;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ElementView>> page(EntryQuery query, PageRequest page) {
    return elements.page(query, page).map(found -> found.map(this::view));
  }

  @WithSession
  Uni<ElementView> read(UUID id) {
    return elements.existing(id).map(this::view);
  }

  /** The elements in force that an item of this name may mean, the likeliest first. */
  @WithSession
  Uni<List<ElementSuggestion>> suggest(String name) {
    return elements
        .matcher(name, Validity.today(clock))
        .map(matcher -> matcher.matching(name, SUGGESTION_LIMIT));
  }

  @WithTransaction
  Uni<ElementView> create(Caller caller, ElementInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return consistent(null, input)
        .map(ignored -> new DataElement(input))
        .chain(elements::persistAndFlush)
        .map(this::view)
        .call(view -> record(caller, null, view));
  }

  @WithTransaction
  Uni<ElementView> change(Caller caller, UUID id, ExpectedVersion expected, ElementInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return elements
        .locked(id)
        .invoke(element -> expected.check(element.revision()))
        .call(() -> consistent(id, input))
        .chain(element -> write(caller, element, input));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return elements
        .locked(id)
        .invoke(element -> expected.check(element.revision()))
        .call(() -> citations.none(EntryKind.DATA_ELEMENT, id))
        .call(element -> record(caller, view(element), null))
        .chain(elements::delete);
  }

  private Uni<Void> consistent(UUID id, ElementInput input) {
    return elements
        .identified(input.identifier().strip())
        .invoke(
            other -> {
              if (other != null && !Objects.equals(other.id(), id)) {
                throw new InvalidInput("identifier", "duplicate", input.identifier());
              }
            })
        .chain(() -> tables.check("codeTableId", input.codeTableId()))
        .chain(() -> documents.check("standardId", input.standardId(), DocumentKind.STANDARD));
  }

  private Uni<ElementView> write(Caller caller, DataElement element, ElementInput input) {
    ElementView before = view(element);
    element.write(input);
    return elements
        .flush()
        .map(ignored -> view(element))
        .call(after -> record(caller, before, after));
  }

  private Uni<Void> record(Caller caller, ElementView before, ElementView after) {
    UUID id = before == null ? after.id() : before.id();
    return changes.record("data-element", id.toString(), before, after, caller);
  }

  private ElementView view(DataElement element) {
    return element.view(Validity.today(clock));
  }
}
