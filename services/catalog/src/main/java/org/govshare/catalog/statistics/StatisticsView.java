package org.govshare.catalog.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.SharingType;

/**
 * Counts over the catalogue. Withdrawn and superseded versions do not count.
 *
 * @param total resources in any state, from draft to published
 * @param published resources in the catalogue; what follows counts these
 * @param dataItems their items
 * @param shareable those that are shared, with or without condition
 * @param byDepartment per department that has any, most first
 * @param bySharingType per sharing type
 * @param byOpenType per open type
 */
@RegisterForReflection
public record StatisticsView(
    long total,
    long published,
    long dataItems,
    long shareable,
    List<OfDepartment> byDepartment,
    List<OfSharingType> bySharingType,
    List<OfOpenType> byOpenType) {

  /** How many a department has published. */
  @RegisterForReflection
  @Schema(name = "DepartmentStatistics")
  public record OfDepartment(DepartmentView department, long resources, long dataItems) {}

  /** How many are shared in a way. */
  @RegisterForReflection
  public record OfSharingType(SharingType sharingType, long resources) {}

  /** How many are opened in a way. */
  @RegisterForReflection
  public record OfOpenType(OpenType openType, long resources) {}
}
