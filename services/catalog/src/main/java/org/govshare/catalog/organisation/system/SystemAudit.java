package org.govshare.catalog.organisation.system;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.organisation.EntryStore;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/**
 * 僵尸系统: finds the systems that nobody seems to use. Systems that are still being built or are
 * already taken down are left out.
 */
@Singleton
class SystemAudit {

  private static final int LONGEST_IDLE = 3_650;

  private static final String AT_WORK = "state in ('RUNNING', 'SUSPENDED')";

  private static final String[] SUSPECT = {
    "usageFrequency = 'NONE'",
    "userCount = 0",
    "(lastUsedOn is null or lastUsedOn < ?) and (lastSeenOn is null or lastSeenOn < ?)"
  };

  private static final String COUNTS =
      """
      select s.departmentCode, count(*), sum(case when %1$s then 1 else 0 end),
          sum(case when %1$s and s.decision is null then 1 else 0 end),
          sum(case when %1$s and s.decision = 'KEEP' then 1 else 0 end),
          sum(case when %1$s and s.decision = 'MERGE' then 1 else 0 end),
          sum(case when %1$s and s.decision = 'RETIRE' then 1 else 0 end)
      from InformationSystem s where s.%2$s and (?2 is null or s.departmentCode = ?2)
      group by s.departmentCode order by s.departmentCode
      """
          .formatted(
              """
              (s.usageFrequency = 'NONE' or s.userCount = 0
               or ((s.lastUsedOn is null or s.lastUsedOn < ?1)
                   and (s.lastSeenOn is null or s.lastSeenOn < ?1)))
              """,
              AT_WORK);

  private final EntryStore<InformationSystem> store =
      new EntryStore<>(InformationSystem.class, SystemService.KIND);
  private final DepartmentRepository departments;
  private final AuditConfig config;
  private final Clock clock;

  SystemAudit(DepartmentRepository departments, AuditConfig config, Clock clock) {
    this.departments = departments;
    this.config = config;
    this.clock = clock;
  }

  /** A page of the suspects, those idle longest first. */
  @WithSession
  Uni<Page<AuditedSystem>> suspects(
      Caller caller,
      String asked,
      DecisionFilter decision,
      Integer idleDays,
      String words,
      PageRequest page) {
    String department = SystemService.visible(caller, asked);
    LocalDate today = today();
    LocalDate threshold = threshold(today, idleDays);
    Conditions conditions =
        new Conditions()
            .words(words, "name", "purpose")
            .equal("departmentCode", department)
            .that(AT_WORK)
            .anyOf(threshold, SUSPECT);
    if (decision == DecisionFilter.OPEN) {
      conditions.that("decision is null");
    } else if (decision != DecisionFilter.ANY) {
      conditions.equal("decision", CleanUpDecision.valueOf(decision.name()));
    }
    String order =
        "greatest(coalesce(lastUsedOn, lastSeenOn), coalesce(lastSeenOn, lastUsedOn))"
            + " asc nulls first, departmentCode, name, id";
    return known(asked)
        .chain(() -> store.page(conditions, order, page))
        .map(found -> found.map(system -> system.audited(today, threshold)));
  }

  /** How far each department with systems has come. */
  @WithSession
  Uni<Page<DepartmentAudit>> byDepartment(
      Caller caller, String asked, Integer idleDays, PageRequest page) {
    String department = SystemService.visible(caller, asked);
    LocalDate threshold = threshold(today(), idleDays);
    return known(asked)
        .chain(departments::byCode)
        .chain(
            names ->
                counts(threshold, department)
                    .map(
                        rows ->
                            Page.of(
                                rows.stream()
                                    .skip(page.offset())
                                    .limit(page.size())
                                    .map(row -> audit(names.get((String) row[0]), row))
                                    .toList(),
                                rows.size(),
                                page)));
  }

  private static Uni<List<Object[]>> counts(LocalDate threshold, String department) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(COUNTS, Object[].class)
                    .setParameter(1, threshold)
                    .setParameter(2, department)
                    .getResultList());
  }

  private static DepartmentAudit audit(DepartmentView department, Object[] row) {
    return new DepartmentAudit(
        department,
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue(),
        ((Number) row[6]).longValue());
  }

  private Uni<Void> known(String department) {
    return department == null
        ? Uni.createFrom().voidItem()
        : departments.named("department", department).replaceWithVoid();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
  }

  private LocalDate threshold(LocalDate today, Integer idleDays) {
    new InputChecks()
        .that(
            idleDays == null || (idleDays >= 1 && idleDays <= LONGEST_IDLE),
            "idleDays",
            "out-of-range",
            1,
            LONGEST_IDLE)
        .done();
    return today.minusDays(idleDays == null ? config.idleInterval().toDays() : idleDays);
  }
}
