package org.govshare.catalog.library.document;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.govshare.catalog.attachment.Attachments;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.library.Citations;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.LibraryService;
import org.govshare.platform.problem.InvalidInput;

/** Keeps policies and standards. */
@Singleton
class DocumentService extends LibraryService<LibraryDocument, DocumentInput, DocumentView> {

  private final DocumentRepository documents;
  private final Attachments attachments;

  DocumentService(
      DocumentRepository documents,
      Citations citations,
      Changes changes,
      Attachments attachments,
      Clock clock) {
    super(LibraryDocument.class, EntryKind.DOCUMENT, citations, changes, clock);
    this.documents = documents;
    this.attachments = attachments;
  }

  @Override
  protected LibraryDocument made(DocumentInput input) {
    return new LibraryDocument(input);
  }

  @Override
  protected String order() {
    return "documentNumber, kind";
  }

  @Override
  protected Uni<Void> leaving(UUID id) {
    return attachments.deleteOf(DocumentAttachments.KIND, id);
  }

  /** Refuses a number given twice, and a successor that is unknown or the document itself. */
  @Override
  protected Uni<Void> consistent(UUID id, DocumentInput input) {
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
}
