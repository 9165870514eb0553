package org.govshare.catalog.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;

/**
 * Who may have what is asked for, the likeliest first.
 *
 * @param resources published resources that are like it
 * @param departments other departments with something like it
 */
@RegisterForReflection
record Candidates(List<OfResource> resources, List<OfDepartment> departments) {

  /**
   * A published resource.
   *
   * @param score 0 to 1, half for the name and half for the items
   * @param matchedItems its items that are like one of those wanted
   */
  @RegisterForReflection
  record OfResource(
      UUID id,
      String identifier,
      String name,
      DepartmentView department,
      double score,
      List<String> matchedItems) {}

  /**
   * A department.
   *
   * @param score 0 to 1
   * @param because what it has
   * @param name of what it has, absent where that is not published
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CandidateDepartment")
  record OfDepartment(DepartmentView department, double score, Because because, String name) {}

  /** What a department has that is like it. */
  enum Because {
    /** A resource that is not published; nothing else is said of it. */
    RESOURCE_IN_PREPARATION,
    /** A function. */
    BUSINESS_FUNCTION,
    /** A system. */
    INFORMATION_SYSTEM
  }
}
