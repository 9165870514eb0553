package org.govshare.catalog.authority;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.problem.NotFound;

/** Deciding on candidates, and what follows from decisions. */
@Singleton
class AuthorityRepository implements PanacheRepositoryBase<Candidate, UUID> {

  /** Names the lock that decisions and comparisons wait for. */
  static final long LOCK = 5_021_272_017L;

  private static final String OTHERS =
      """
      select c.name_a, d.name from authoritative_source s
        join authority_candidate c on c.id = s.candidate_id
        join department d on d.code = s.department_code
      where s.item_key = any (?1) and s.candidate_id <> ?2 and s.department_code <> ?3
      limit 1
      """;

  private static final String SOURCE =
      """
      select r.department_code, r.series_id, i.name from data_item i
        join information_resource r on r.id = i.resource_id
      where i.id = ?1 and r.state = 'PUBLISHED'
      """;

  Uni<Candidate> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("candidate-not-found", id));
  }

  /** Waits until no other decision or comparison derives sources. */
  Uni<Void> lockSources() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                    .setParameter(1, LOCK)
                    .getSingleResult())
        .replaceWithVoid();
  }

  /** The source that an item would be, or {@code null} if its resource is not published. */
  Uni<Decision.Source> source(UUID itemId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SOURCE, Object[].class)
                    .setParameter(1, itemId)
                    .getSingleResultOrNull())
        .map(
            row ->
                row == null
                    ? null
                    : new Decision.Source((String) row[0], (UUID) row[1], (String) row[2]));
  }

  /** Name of a datum and of the department that another candidate's decision names for it. */
  Uni<Object[]> contradicting(Candidate candidate, String department) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(OTHERS, Object[].class)
                    .setParameter(1, candidate.keys().toArray(String[]::new))
                    .setParameter(2, candidate.id())
                    .setParameter(3, department)
                    .getSingleResultOrNull());
  }

  Uni<Void> store(Decision decision) {
    return Panache.getSession()
        .chain(session -> session.persist(decision).chain(session::flush))
        .replaceWithVoid();
  }

  /** All decisions on a candidate, the last first. */
  Uni<List<Decision>> decisions(UUID candidateId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery(
                        "from Decision where candidateId = ?1 order by number desc", Decision.class)
                    .setParameter(1, candidateId)
                    .getResultList());
  }

  /** Derives the sources of these data anew. */
  Uni<Void> derive(Collection<String> keys) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select cast(derive_authoritative_sources(?1) as text)", String.class)
                    .setParameter(1, keys.toArray(String[]::new))
                    .getSingleResult())
        .replaceWithVoid();
  }
}
