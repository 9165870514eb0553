package org.govshare.catalog.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.catalog.search.Highlighter;

/**
 * A resource as a row of a list.
 *
 * @param summary its abstract
 * @param revision the version to name when writing it, the number in its {@code ETag}
 * @param matchedItems names of the items in which a word of the query occurs
 * @param highlights where the words occur; absent if there are none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceSummary(
    UUID id,
    String identifier,
    String name,
    int version,
    ResourceState state,
    @JsonProperty("abstract") String summary,
    String categoryCode,
    ResourceFormat format,
    DataStructure dataStructure,
    SharingType sharingType,
    OpenType openType,
    UpdateFrequency updateFrequency,
    long rowCount,
    DepartmentView department,
    Instant publishedAt,
    Instant updatedAt,
    int itemCount,
    long revision,
    List<String> matchedItems,
    List<Highlight> highlights) {

  static ResourceSummary of(FoundResource found, Names names, List<String> words) {
    Highlights highlights = words.isEmpty() ? null : new Highlights(new Highlighter(words), found);
    return new ResourceSummary(
        found.id(),
        found.identifier(),
        found.name(),
        found.version(),
        found.state(),
        found.summary(),
        found.categoryCode(),
        found.format(),
        found.dataStructure(),
        found.sharingType(),
        found.openType(),
        found.updateFrequency(),
        found.rowCount(),
        names.departmentView(found.departmentCode()),
        found.publishedAt(),
        found.updatedAt(),
        found.itemCount(),
        found.revision(),
        highlights == null ? List.of() : highlights.matchedItems(),
        highlights == null ? null : highlights.all());
  }
}
