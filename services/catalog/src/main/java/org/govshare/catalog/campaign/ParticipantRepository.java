package org.govshare.catalog.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.campaign.ParticipantView.Work;
import org.govshare.platform.problem.NotFound;

/** Queries on the departments in a campaign. */
@Singleton
class ParticipantRepository implements PanacheRepositoryBase<Participant, Participant.Key> {

  // What the catalogue holds of each department's work. A version that was replaced or withdrawn
  // is not counted; nor is the draft of the next version of one that is already in the catalogue.
  private static final String WORK =
      """
      select p.department,
             (select count(*) from business_function f
              where f.department_code = p.department and not f.abolished),
             (select count(*) from information_system s
              where s.department_code = p.department and not s.abolished),
             (select count(*) from campaign_evidence e
              where e.campaign_id = p.campaign_id and e.department = p.department),
             count(r.id) filter (where r.state in ('DRAFT', 'RETURNED')),
             count(r.id) filter (where r.state = 'PENDING_REVIEW'),
             count(r.id) filter (where r.state = 'REGISTERED'),
             count(r.id) filter (where r.state = 'PUBLISHED'),
             coalesce(sum(r.item_count), 0)
      from campaign_participant p
      left join information_resource r
          on r.campaign_id = p.campaign_id and r.department_code = p.department
          and r.state not in ('WITHDRAWN', 'SUPERSEDED')
          and (r.state = 'PUBLISHED' or not exists (
              select 1 from information_resource other
              where other.series_id = r.series_id and other.state = 'PUBLISHED'))
      where p.campaign_id = ?1 and p.department in ?2
      group by p.campaign_id, p.department
      """;

  Uni<List<Participant>> of(UUID campaign) {
    return list("key.campaignId = ?1 order by batch, key.department", campaign);
  }

  Uni<Long> countOf(UUID campaign) {
    return count("key.campaignId", campaign);
  }

  Uni<Participant> existing(UUID campaign, String department) {
    return findById(new Participant.Key(campaign, department))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("participant-not-found", department));
  }

  Uni<Participant> locked(UUID campaign, String department) {
    return findById(new Participant.Key(campaign, department), LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("participant-not-found", department));
  }

  /** What departments have done; one that has done nothing is there too. */
  Uni<Map<String, Work>> work(UUID campaign, Collection<String> departments) {
    if (departments.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WORK, Object[].class)
                    .setParameter(1, campaign)
                    .setParameter(2, departments)
                    .getResultList())
        .map(
            rows -> {
              Map<String, Work> work = new HashMap<>();
              for (Object[] row : rows) {
                work.put(
                    (String) row[0],
                    new Work(
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8])));
              }
              return work;
            });
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
