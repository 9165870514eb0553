package org.govshare.catalog.library.element;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.library.Citations;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryService;
import org.govshare.catalog.library.code.CodeTableRepository;
import org.govshare.catalog.library.document.DocumentKind;
import org.govshare.catalog.library.document.DocumentRepository;
import org.govshare.platform.problem.InvalidInput;

/** Keeps standard data elements. */
@Singleton
class ElementService extends LibraryService<DataElement, ElementInput, ElementView> {

  private static final int SUGGESTION_LIMIT = 10;

  private final ElementRepository elements;
  private final CodeTableRepository tables;
  private final DocumentRepository documents;

  ElementService(
      ElementRepository elements,
      CodeTableRepository tables,
      DocumentRepository documents,
      Citations citations,
      Changes changes,
      Clock clock) {
    super(DataElement.class, EntryKind.DATA_ELEMENT, citations, changes, clock);
    this.elements = elements;
    this.tables = tables;
    this.documents = documents;
  }

  @Override
  protected DataElement made(ElementInput input) {
    return new DataElement(input);
  }

  @Override
  protected String order() {
    return "identifier";
  }

  /** The elements in force that an item of this name may mean, the likeliest first. */
  @WithSession
  Uni<List<ElementSuggestion>> suggest(String name) {
    return elements.matcher(name, today()).map(matcher -> matcher.matching(name, SUGGESTION_LIMIT));
  }

  @Override
  protected Uni<Void> consistent(UUID id, ElementInput input) {
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
}
