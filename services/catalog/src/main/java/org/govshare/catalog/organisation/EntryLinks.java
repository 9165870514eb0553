package org.govshare.catalog.organisation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.FieldError;

/** Checks what something of a department refers to. */
@Singleton
public class EntryLinks {

  private static final Object[] UNKNOWN = {};

  EntryLinks() {}

  /**
   * Finds the faults in the references of a resource, each of which may be absent.
   *
   * @param department whose resource it is
   * @return empty if all exist, are the department's, and are not abolished
   */
  public Uni<List<FieldError>> faults(
      String department, UUID officeId, UUID functionId, UUID matterId, UUID systemId) {
    List<FieldError> faults = new ArrayList<>();
    return office(department, officeId, faults)
        .chain(() -> function(department, functionId, faults))
        .chain(() -> check("BusinessMatter", "matter", "matterId", department, matterId, faults))
        .chain(() -> check("InformationSystem", "system", "systemId", department, systemId, faults))
        .replaceWith(faults);
  }

  /** Adds the fault, if there is one, in a reference to an office. */
  public Uni<Void> office(String department, UUID id, List<FieldError> faults) {
    return check("Office", "office", "officeId", department, id, faults);
  }

  /** Adds the fault, if there is one, in a reference to a business function. */
  public Uni<Void> function(String department, UUID id, List<FieldError> faults) {
    return check("BusinessFunction", "function", "functionId", department, id, faults);
  }

  /**
   * Finds whether something of a department is called like one of its information systems.
   *
   * @return the system's name, {@code null} if there is none of the name
   */
  public Uni<String> systemNamed(String department, String name) {
    String wanted = SearchText.folded(name);
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select name from InformationSystem where departmentCode = ?1"
                            + " and not abolished",
                        String.class)
                    .setParameter(1, department)
                    .getResultList())
        .map(
            names ->
                names.stream()
                    .filter(system -> SearchText.folded(system).equals(wanted))
                    .findFirst()
                    .orElse(null));
  }

  private static Uni<Void> check(
      String entity,
      String kind,
      String field,
      String department,
      UUID id,
      List<FieldError> faults) {
    if (id == null) {
      return Uni.createFrom().voidItem();
    }
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "select departmentCode, abolished, name from " + entity + " where id = ?1",
                        Object[].class)
                    .setParameter(1, id)
                    .getResultList())
        .map(found -> found.isEmpty() ? UNKNOWN : found.get(0))
        .invoke(
            found -> {
              if (found == UNKNOWN) {
                faults.add(FieldError.of(field, "unknown-" + kind, id));
              } else if (!department.equals(found[0])) {
                faults.add(FieldError.of(field, "of-another-department", found[0]));
              } else if ((boolean) found[1]) {
                faults.add(FieldError.of(field, "abolished-entry", found[2]));
              }
            })
        .replaceWithVoid();
  }
}
