package org.govshare.catalog.campaign;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on campaigns. */
@Singleton
public class CampaignRepository implements PanacheRepositoryBase<Campaign, UUID> {

  CampaignRepository() {}

  /**
   * One campaign.
   *
   * @throws NotFound if there is none (404)
   */
  public Uni<Campaign> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("campaign-not-found", id));
  }

  Uni<Campaign> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("campaign-not-found", id));
  }

  Uni<Campaign> named(String name) {
    return find("name", name).firstResult();
  }

  /** Campaigns, the latest first; each criterion may be absent. */
  Uni<Page<Campaign>> page(String category, String department, Boolean closed, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    List<Object> parameters = new ArrayList<>();
    if (category != null) {
      parameters.add(category);
      conditions.add("categoryCode = ?" + parameters.size());
    }
    if (department != null) {
      parameters.add(department);
      String number = "?" + parameters.size();
      conditions.add(
          "(leadDepartment = "
              + number
              + " or id in (select p.key.campaignId from Participant p where p.key.department = "
              + number
              + "))");
    }
    if (closed != null) {
      conditions.add(closed ? "closedAt is not null" : "closedAt is null");
    }
    String condition = String.join(" and ", conditions);
    Object[] values = parameters.toArray();
    return count(condition, values)
        .chain(
            total ->
                find(condition + " order by createdAt desc, id", values)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Campaign> found) -> Page.of(found, total, page)));
  }
}
