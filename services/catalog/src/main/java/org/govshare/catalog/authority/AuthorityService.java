package org.govshare.catalog.authority;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.job.JobView;
import org.govshare.catalog.job.Jobs;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Finding candidates and deciding on them. */
@Singleton
class AuthorityService {

  private final AuthorityRepository candidates;
  private final CandidateList list;
  private final SynonymRepository synonyms;
  private final Jobs jobs;
  private final Clock clock;

  AuthorityService(
      AuthorityRepository candidates,
      CandidateList list,
      SynonymRepository synonyms,
      Jobs jobs,
      Clock clock) {
    this.candidates = candidates;
    this.list = list;
    this.synonyms = synonyms;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Orders a comparison of all published items. */
  Uni<JobView> compare(Caller caller) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    return jobs.submit(Comparison.KIND, caller, Map.of());
  }

  Uni<Page<CandidateView>> page(Caller caller, CandidateQuery query, PageRequest page) {
    SeparatedDuties.refuse(caller);
    query.check();
    return list.page(query, page);
  }

  Uni<CandidateView> read(Caller caller, UUID id) {
    SeparatedDuties.refuse(caller);
    return list.one(id);
  }

  Uni<Page<ComparedItemView>> items(Caller caller, UUID id, PageRequest page) {
    SeparatedDuties.refuse(caller);
    return list.one(id).chain(() -> list.items(id, page));
  }

  @WithSession
  Uni<Page<DecisionView>> decisions(Caller caller, UUID id, PageRequest page) {
    SeparatedDuties.refuse(caller);
    return list.one(id)
        .chain(() -> candidates.decisions(id))
        .map(
            all ->
                Page.of(
                    all.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .map(Decision::view)
                        .toList(),
                    all.size(),
                    page));
  }

  /** Decides, for the first time or anew; earlier decisions are kept. */
  @WithTransaction
  Uni<Void> decide(Caller caller, UUID id, ExpectedVersion expected, DecisionInput input) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    input.check();
    return candidates
        .lockSources()
        .chain(() -> candidates.locked(id))
        .invoke(candidate -> expected.check(candidate.revision()))
        .chain(
            candidate ->
                source(candidate, input)
                    .call(source -> refuseContradiction(candidate, source))
                    .chain(source -> store(caller, candidate, input, source)));
  }

  private Uni<Decision.Source> source(Candidate candidate, DecisionInput input) {
    if (input.verdict() == Verdict.DIFFERENT) {
      return Uni.createFrom().nullItem();
    }
    return candidates
        .source(input.itemId())
        .onItem()
        .ifNull()
        .failWith(() -> new InvalidInput("itemId", "not-of-candidate", input.itemId()))
        .call(
            source ->
                synonyms
                    .keys(List.of(source.itemName()))
                    .invoke(
                        keys -> {
                          if (!candidate.keys().contains(keys.of(source.itemName()))) {
                            throw new InvalidInput("itemId", "not-of-candidate", input.itemId());
                          }
                        }));
  }

  private Uni<Void> refuseContradiction(Candidate candidate, Decision.Source source) {
    return source == null
        ? Uni.createFrom().voidItem()
        : candidates
            .contradicting(candidate, source.departmentCode())
            .invoke(
                other -> {
                  if (other != null) {
                    throw new Conflict("authority-contradicts", other[0], other[1]);
                  }
                })
            .replaceWithVoid();
  }

  private Uni<Void> store(
      Caller caller, Candidate candidate, DecisionInput input, Decision.Source source) {
    return candidates
        .decisions(candidate.id())
        .map(List::size)
        .chain(
            count -> {
              candidate.decide(input.verdict(), clock.instant());
              return candidates.store(
                  new Decision(
                      candidate.id(), count + 1, input, source, caller.name(), clock.instant()));
            })
        .chain(() -> candidates.derive(candidate.keys()));
  }
}
