package org.govshare.catalog.demand;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.search.NameSimilarity;

/** Looks for departments whose functions or systems are like what is asked for. */
@Singleton
class DepartmentLeads {

  // A few thousand names at most: they are compared one by one.
  private static final String NAMES =
      """
      select department_code, name, 'BUSINESS_FUNCTION' from business_function
      where not abolished and department_code <> ?1
      union all
      select department_code, name, 'INFORMATION_SYSTEM' from information_system
      where not abolished and department_code <> ?1
      """;

  DepartmentLeads() {}

  /**
   * Those like a name, in no order.
   *
   * @param department code of the one that asks and is left out
   * @param leastScore of what is like it
   */
  Uni<List<Candidates.OfDepartment>> like(
      String name, String department, Map<String, DepartmentView> names, double leastScore) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(NAMES, Object[].class)
                    .setParameter(1, department)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Candidates.OfDepartment(
                                names.get((String) row[0]),
                                NameSimilarity.rounded(NameSimilarity.of(name, (String) row[1])),
                                Candidates.Because.valueOf((String) row[2]),
                                (String) row[1]))
                    .filter(lead -> lead.score() >= leastScore)
                    .toList());
  }
}
