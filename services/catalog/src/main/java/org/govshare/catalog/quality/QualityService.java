package org.govshare.catalog.quality;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Scores entries and says what would make them better. */
@Singleton
class QualityService {

  private static final int REFRESH_MINUTES = 60;
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private final QualityRepository scores;
  private final ResourceRepository resources;
  private final DepartmentRepository departments;
  private final Clock clock;

  QualityService(
      QualityRepository scores,
      ResourceRepository resources,
      DepartmentRepository departments,
      Clock clock) {
    this.scores = scores;
    this.resources = resources;
    this.departments = departments;
    this.clock = clock;
  }

  /** How one resource stands at this moment. */
  @WithSession
  Uni<ResourceQuality> of(Caller caller, UUID id) {
    return resources
        .existing(id)
        .invoke(
            resource -> {
              if (!Visibility.sees(caller, resource)) {
                throw new ResourceNotFound(id);
              }
            })
        .chain(
            resource ->
                departments
                    .findById(resource.departmentCode())
                    .chain(
                        department ->
                            scores
                                .checksOf(id)
                                .map(
                                    checks ->
                                        new ResourceQuality(
                                            id,
                                            resource.name(),
                                            department.view(),
                                            score(checks),
                                            gains(checks)))));
  }

  private static BigDecimal score(List<QualityRepository.Check> checks) {
    BigDecimal met = BigDecimal.ZERO;
    for (QualityRepository.Check check : checks) {
      met = met.add(check.met().multiply(BigDecimal.valueOf(check.weight())));
    }
    return share(met, weights(checks));
  }

  private static List<Gain> gains(List<QualityRepository.Check> checks) {
    int weights = weights(checks);
    return checks.stream()
        .filter(check -> check.met().compareTo(BigDecimal.ONE) < 0)
        .map(
            check ->
                new Gain(
                    check.criterion(),
                    share(
                        BigDecimal.ONE
                            .subtract(check.met())
                            .multiply(BigDecimal.valueOf(check.weight())),
                        weights)))
        .toList();
  }

  private static int weights(List<QualityRepository.Check> checks) {
    return checks.stream().mapToInt(QualityRepository.Check::weight).sum();
  }

  private static BigDecimal share(BigDecimal part, int whole) {
    return part.multiply(FULL).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }

  @WithSession
  Uni<List<DepartmentQuality>> departments(Caller caller) {
    SeparatedDuties.refuse(caller);
    return departments.byCode().chain(scores::departments);
  }

  @WithSession
  Uni<Page<ResourceQuality>> resources(Caller caller, QualityQuery query, PageRequest page) {
    SeparatedDuties.refuse(caller);
    return departments.byCode().chain(names -> scores.resources(query, names, page));
  }

  /** Takes all scores anew. */
  @WithTransaction
  Uni<Void> refresh(Caller caller) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    return scores.refresh(clock.instant());
  }

  /** Takes all scores anew if the last time was {@value #REFRESH_MINUTES} minutes ago or more. */
  @WithTransaction
  Uni<Void> refreshIfDue() {
    Instant now = clock.instant();
    return scores
        .refreshedAt()
        .chain(
            last ->
                last.plus(REFRESH_MINUTES, ChronoUnit.MINUTES).isAfter(now)
                    ? Uni.createFrom().voidItem()
                    : scores.refresh(now));
  }
}
