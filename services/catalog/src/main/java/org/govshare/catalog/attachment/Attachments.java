package org.govshare.catalog.attachment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What an owner needs to know of its files. */
@Singleton
public class Attachments {

  private final AttachmentRepository attachments;

  Attachments(AttachmentRepository attachments) {
    this.attachments = attachments;
  }

  /** Deletes all files of an owner, in the caller's transaction. */
  public Uni<Void> deleteOf(String ownerKind, UUID ownerId) {
    return attachments
        .delete("ownerKind = ?1 and ownerId = ?2", ownerKind, ownerId)
        .replaceWithVoid();
  }
}
