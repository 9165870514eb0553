package org.govshare.catalog.campaign.evidence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on evidence. */
@Singleton
class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

  Uni<Evidence> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("evidence-not-found", id));
  }

  Uni<Page<Evidence>> of(UUID campaign, Optional<String> department, PageRequest page) {
    String condition = "campaignId = ?1" + (department.isPresent() ? " and department = ?2" : "");
    Object[] parameters =
        department.isPresent()
            ? new Object[] {campaign, department.get()}
            : new Object[] {campaign};
    return count(condition, parameters)
        .chain(
            total ->
                find(condition + " order by department, createdAt, id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Evidence> found) -> Page.of(found, total, page)));
  }
}
