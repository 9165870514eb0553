package org.govshare.catalog.campaign;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on what happened in campaigns. */
@Singleton
class CampaignEventRepository implements PanacheRepository<CampaignEvent> {

  /**
   * Events of a campaign in their order.
   *
   * @param department only those of one department; of all if absent
   */
  Uni<Page<CampaignEvent>> of(UUID campaign, String department, PageRequest page) {
    String condition = "campaignId = ?1" + (department == null ? "" : " and department = ?2");
    Object[] parameters =
        department == null ? new Object[] {campaign} : new Object[] {campaign, department};
    return count(condition, parameters)
        .chain(
            total ->
                find(condition + " order by id", parameters)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<CampaignEvent> found) -> Page.of(found, total, page)));
  }
}
