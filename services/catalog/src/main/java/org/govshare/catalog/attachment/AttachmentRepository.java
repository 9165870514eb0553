package org.govshare.catalog.attachment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on files. */
@Singleton
class AttachmentRepository implements PanacheRepositoryBase<Attachment, UUID> {

  Uni<Attachment> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("attachment-not-found", id));
  }

  Uni<Long> countOf(String ownerKind, UUID ownerId) {
    return count("ownerKind = ?1 and ownerId = ?2", ownerKind, ownerId);
  }

  Uni<Page<Attachment>> uploadedOf(String ownerKind, UUID ownerId, PageRequest page) {
    String condition = "ownerKind = ?1 and ownerId = ?2 and digest is not null";
    return count(condition, ownerKind, ownerId)
        .chain(
            total ->
                find(condition + " order by uploadedAt, id", ownerKind, ownerId)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Attachment> found) -> Page.of(found, total, page)));
  }

  Uni<Long> forgetUnfinished(Instant before) {
    return delete("digest is null and uploadedAt < ?1", before);
  }

  /** One piece of a file. */
  Uni<byte[]> chunk(UUID id, int position) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select data from attachment_chunk where attachment_id = ?1"
                            + " and position = ?2",
                        byte[].class)
                    .setParameter(1, id)
                    .setParameter(2, position)
                    .getSingleResult());
  }
}
