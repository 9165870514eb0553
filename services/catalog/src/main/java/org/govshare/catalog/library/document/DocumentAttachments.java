package org.govshare.catalog.library.document;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.catalog.attachment.AttachmentOwner;
import org.govshare.platform.identity.Caller;

/** The texts of policies and standards: read by everybody, kept by the publisher. */
@Singleton
class DocumentAttachments implements AttachmentOwner {

  static final String KIND = "LIBRARY_DOCUMENT";

  private final DocumentRepository documents;

  DocumentAttachments(DocumentRepository documents) {
    this.documents = documents;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> toRead(Caller caller, UUID ownerId) {
    return documents.existing(ownerId).replaceWithVoid();
  }

  @Override
  public Uni<Void> toWrite(Caller caller, UUID ownerId) {
    caller.requireRole(CATALOG_PUBLISHER);
    return documents.existing(ownerId).replaceWithVoid();
  }
}
