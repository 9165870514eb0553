package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/**
 * A resource as a row of a list.
 *
 * @param matchedItems names of the items in which a word of the query occurs
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceSummary(
    UUID id,
    String identifier,
    String name,
    int version,
    ResourceState state,
    DataStructure dataStructure,
    SharingType sharingType,
    OpenType openType,
    long rowCount,
    DepartmentView department,
    Instant publishedAt,
    int itemCount,
    List<String> matchedItems) {

  static ResourceSummary of(
      InformationResource resource, DepartmentView department, List<String> matchedItems) {
    return new ResourceSummary(
        resource.id(),
        resource.identifier(),
        resource.name(),
        resource.version(),
        resource.state(),
        resource.dataStructure(),
        resource.sharingType(),
        resource.openType(),
        resource.rowCount(),
        department,
        resource.publishedAt(),
        resource.itemCount(),
        matchedItems);
  }
}
