package org.govshare.catalog.attachment;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.govshare.platform.identity.Caller;

/** Implemented by every kind of thing that has attachments. */
public interface AttachmentOwner {

  /** The kind, as addresses and rows name it, in upper snake case. */
  String kind();

  /**
   * Refuses a caller who may not read this owner's files, and an owner that does not exist.
   *
   * @return fails with a problem (403, 404)
   */
  Uni<Void> toRead(Caller caller, UUID ownerId);

  /**
   * Refuses a caller who may not add or delete this owner's files, and an owner that does not
   * exist. Runs in the transaction that writes.
   *
   * @return fails with a problem (403, 404, 409)
   */
  Uni<Void> toWrite(Caller caller, UUID ownerId);
}
