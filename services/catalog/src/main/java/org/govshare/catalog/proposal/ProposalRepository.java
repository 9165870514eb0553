package org.govshare.catalog.proposal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.proposal.ProposalView.Catalogued;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on proposals. */
@Singleton
class ProposalRepository implements PanacheRepositoryBase<TableProposal, UUID> {

  // The published version first, if there is one.
  private static final String CATALOGUED =
      """
      select p.id, r.id, r.name, r.state
      from table_proposal p
      cross join lateral (
          select * from information_resource r
          where r.department_code = p.department_code and r.source_schema = p.source_schema
            and r.source_table = p.source_table and r.state not in ('WITHDRAWN', 'SUPERSEDED')
          order by r.state = 'PUBLISHED' desc, r.created_at limit 1) r
      where p.id in ?1
      """;

  Uni<TableProposal> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("proposal-not-found", id));
  }

  Uni<TableProposal> existing(UUID id) {
    return findById(id).onItem().ifNull().failWith(() -> new NotFound("proposal-not-found", id));
  }

  /** Takes back what is still open on these tables of a department, by schema and table. */
  Uni<Void> forgetOpen(String department, List<TableProposal> replaced) {
    Uni<Void> all = Uni.createFrom().voidItem();
    Map<String, List<String>> bySchema = new HashMap<>();
    replaced.forEach(
        one ->
            bySchema
                .computeIfAbsent(one.sourceSchema(), ignored -> new ArrayList<>())
                .add(one.sourceTable()));
    for (Map.Entry<String, List<String>> schema : bySchema.entrySet()) {
      all =
          all.chain(
                  () ->
                      delete(
                          "departmentCode = ?1 and state = ?2 and sourceSchema = ?3"
                              + " and sourceTable in ?4",
                          department,
                          ProposalState.OPEN,
                          schema.getKey(),
                          schema.getValue()))
              .replaceWithVoid();
    }
    return all;
  }

  /** Proposals of a department in the order of their tables. */
  Uni<Page<TableProposal>> page(
      String department, ProposalState state, UUID campaign, List<String> words, PageRequest page) {
    StringBuilder condition = new StringBuilder("departmentCode = ?1");
    List<Object> parameters = new ArrayList<>(List.of(department));
    if (state != null) {
      parameters.add(state);
      condition.append(" and state = ?").append(parameters.size());
    }
    if (campaign != null) {
      parameters.add(campaign);
      condition.append(" and campaignId = ?").append(parameters.size());
    }
    for (String word : words) {
      parameters.add(SearchText.likePattern(word));
      condition
          .append(" and lower(name || ' ' || sourceTable) like ?")
          .append(parameters.size())
          .append(" escape '\\'");
    }
    Object[] values = parameters.toArray();
    return count(condition.toString(), values)
        .chain(
            total ->
                find(condition + " order by sourceSchema, sourceTable, createdAt, id", values)
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<TableProposal> found) -> Page.of(found, total, page)));
  }

  /** The entries that these proposals' tables already have. */
  Uni<Map<UUID, Catalogued>> catalogued(Collection<UUID> proposals) {
    if (proposals.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(CATALOGUED, Object[].class)
                    .setParameter(1, proposals)
                    .getResultList())
        .map(
            rows -> {
              Map<UUID, Catalogued> found = new HashMap<>();
              for (Object[] row : rows) {
                found.put(
                    (UUID) row[0],
                    new Catalogued(
                        (UUID) row[1], (String) row[2], ResourceState.valueOf((String) row[3])));
              }
              return found;
            });
  }
}
