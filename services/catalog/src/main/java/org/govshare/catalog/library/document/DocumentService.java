package org.govshare.catalog.library.document;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.attachment.Attachments;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.library.Citations;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.EntryQuery;
import org.govshare.catalog.library.Validity;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps policies and standards. Everybody reads them; the publisher writes them. */
@Singleton
class DocumentService {

  private final DocumentRepository documents;
  private final Citations citations;
  private final Changes changes;
  private final Attachments attachments;
  private final Clock clock;

  DocumentService(
      DocumentRepository documents,
      Citations citations,
      Changes changes,
      Attachments attachments,
      Clock clock) {
    this.documents = documents;
    this.citations = citations;
    this.changes = changes;
    this.attachments = attachments;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<DocumentView>> page(EntryQuery query, PageRequest page) {
    return documents.page(query, page).map(found -> found.map(this::view));
  }

  @WithSession
  Uni<DocumentView> read(UUID id) {
    return documents.existing(id).map(this::view);
  }

  @WithTransaction
  Uni<DocumentView> create(Caller caller, DocumentInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return consistent(null, input)
        .map(ignored -> new LibraryDocument(input))
        .chain(documents::persistAndFlush)
        .map(this::view)
        .call(view -> record(caller, null, view));
  }

  @WithTransaction
  Uni<DocumentView> change(Caller caller, UUID id, ExpectedVersion expected, DocumentInput input) {
    caller.requireRole(CATALOG_PUBLISHER);
    input.check();
    return documents
        .locked(id)
        .invoke(document -> expected.check(document.revision()))
        .call(() -> consistent(id, input))
        .chain(document -> write(caller, document, input));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(CATALOG_PUBLISHER);
    return documents
        .locked(id)
        .invoke(document -> expected.check(document.revision()))
        .call(() -> citations.none(EntryKind.DOCUMENT, id))
        .call(() -> attachments.deleteOf(DocumentAttachments.KIND, id))
        .call(document -> record(caller, view(document), null))
        .chain(documents::delete);
  }

  /** Refuses a number given twice, and a successor that is unknown or the document itself. */
  private Uni<Void> consistent(UUID id, DocumentInput input) {
    if (id != null && id.equals(input.replacedBy())) {
      throw new InvalidInput("replacedBy", "replaces-itself");
    }
    return documents
        .numbered(input.kind(), input.documentNumber().strip())
        .invoke(
            other -> {
              if (other != null && !Objects.equals(other.id(), id)) {
                throw new InvalidInput("documentNumber", "duplicate", input.documentNumber());
              }
            })
        .chain(() -> documents.check("replacedBy", input.replacedBy(), input.kind()));
  }

  private Uni<DocumentView> write(Caller caller, LibraryDocument document, DocumentInput input) {
    DocumentView before = view(document);
    document.write(input);
    return documents
        .flush()
        .map(ignored -> view(document))
        .call(after -> record(caller, before, after));
  }

  private Uni<Void> record(Caller caller, DocumentView before, DocumentView after) {
    UUID id = before == null ? after.id() : before.id();
    return changes.record("library-document", id.toString(), before, after, caller);
  }

  private DocumentView view(LibraryDocument document) {
    return document.view(Validity.today(clock));
  }
}
