package org.govshare.catalog.attachment;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.history.Changes;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Keeps the files of everything that has some; who may, says the owner. */
@Singleton
class AttachmentService {

  private static final String KIND = "attachment";

  private final Map<String, AttachmentOwner> owners;
  private final AttachmentRepository attachments;
  private final Changes changes;
  private final AttachmentConfig config;
  private final Clock clock;

  AttachmentService(
      @All List<AttachmentOwner> owners,
      AttachmentRepository attachments,
      Changes changes,
      AttachmentConfig config,
      Clock clock) {
    this.owners =
        owners.stream().collect(Collectors.toMap(AttachmentOwner::kind, Function.identity()));
    this.attachments = attachments;
    this.changes = changes;
    this.config = config;
    this.clock = clock;
  }

  /** Announces a file; its bytes follow. */
  @WithTransaction
  Uni<AttachmentView> begin(Caller caller, NewAttachment file) {
    FileKind kind = file.check();
    Instant now = clock.instant();
    return owner(file.ownerKind())
        .toWrite(caller, file.ownerId())
        .chain(() -> attachments.forgetUnfinished(now.minus(config.uploadTimeout())))
        .chain(() -> attachments.countOf(file.ownerKind(), file.ownerId()))
        .invoke(
            count -> {
              if (count >= config.countLimit()) {
                throw new Conflict("too-many-attachments", config.countLimit());
              }
            })
        .chain(() -> attachments.persistAndFlush(new Attachment(file, kind, caller.name(), now)))
        .map(Attachment::view)
        .call(view -> changes.record(KIND, view.id().toString(), null, view, caller));
  }

  @WithSession
  Uni<Page<AttachmentView>> page(
      Caller caller, String ownerKind, UUID ownerId, PageRequest request) {
    if (ownerId == null) {
      throw new InvalidInput("ownerId", "required");
    }
    return owner(ownerKind)
        .toRead(caller, ownerId)
        .chain(() -> attachments.uploadedOf(ownerKind, ownerId, request))
        .map(found -> found.map(Attachment::view));
  }

  /** A file that has been uploaded. */
  @WithSession
  Uni<AttachmentView> read(Caller caller, UUID id) {
    return attachments
        .existing(id)
        .call(file -> owner(file.ownerKind()).toRead(caller, file.ownerId()))
        .invoke(
            file -> {
              if (!file.uploaded()) {
                throw new NotFound("attachment-not-found", id);
              }
            })
        .map(Attachment::view);
  }

  @WithSession
  Uni<byte[]> chunk(UUID id, int position) {
    return attachments.chunk(id, position);
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id) {
    return attachments
        .existing(id)
        .call(file -> owner(file.ownerKind()).toWrite(caller, file.ownerId()))
        .call(file -> changes.record(KIND, id.toString(), file.view(), null, caller))
        .chain(attachments::delete);
  }

  private AttachmentOwner owner(String kind) {
    AttachmentOwner owner = kind == null ? null : owners.get(kind);
    if (owner == null) {
      throw new InvalidInput("ownerKind", "unknown", String.valueOf(kind));
    }
    return owner;
  }
}
