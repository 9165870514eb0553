package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.category.CategoryView;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.version.Versioned;

/**
 * A resource with its items. The revision is the number in its {@code ETag}; remarks are there
 * while it is back with its author.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceView(
    UUID id,
    UUID seriesId,
    int version,
    String identifier,
    ResourceState state,
    String name,
    @JsonProperty("abstract") String summary,
    DepartmentView department,
    CategoryView category,
    ResourceFormat format,
    DataStructure dataStructure,
    SharingType sharingType,
    OpenType openType,
    UpdateFrequency updateFrequency,
    SharingMethod sharingMethod,
    String sourceSchema,
    String sourceTable,
    String formatType,
    String openCondition,
    List<String> keywords,
    List<String> relatedResources,
    UUID officeId,
    UUID functionId,
    UUID matterId,
    UUID systemId,
    UUID campaignId,
    Contact contact,
    Census census,
    String classification,
    String proposedIdentifier,
    long rowCount,
    int itemCount,
    List<ItemView> items,
    String authoredBy,
    String editedBy,
    String reviewedBy,
    Instant createdAt,
    Instant updatedAt,
    Instant publishedAt,
    Instant dataUpdatedAt,
    List<FieldRemark> remarks,
    long revision)
    implements Versioned {

  static ResourceView of(
      InformationResource resource,
      DepartmentView department,
      CategoryView category,
      List<DataItem> items) {
    return new ResourceView(
        resource.id(),
        resource.seriesId(),
        resource.version(),
        resource.identifier(),
        resource.state(),
        resource.name(),
        resource.summary(),
        department,
        category,
        resource.format(),
        resource.dataStructure(),
        resource.sharingType(),
        resource.openType(),
        resource.updateFrequency(),
        resource.sharingMethod(),
        resource.sourceSchema(),
        resource.sourceTable(),
        resource.formatType(),
        resource.openCondition(),
        resource.keywords(),
        resource.relatedResources(),
        resource.officeId(),
        resource.functionId(),
        resource.matterId(),
        resource.systemId(),
        resource.campaignId(),
        resource.contact(),
        resource.census(),
        resource.classification(),
        resource.proposedIdentifier(),
        resource.rowCount(),
        resource.itemCount(),
        items.stream().map(DataItem::view).toList(),
        resource.authoredBy(),
        resource.editedBy(),
        resource.reviewedBy(),
        resource.createdAt(),
        resource.updatedAt(),
        resource.publishedAt(),
        resource.dataUpdatedAt(),
        null,
        resource.revision());
  }

  /** The same with remarks that its author has to deal with. */
  ResourceView with(List<FieldRemark> remarks) {
    return new ResourceView(
        id,
        seriesId,
        version,
        identifier,
        state,
        name,
        summary,
        department,
        category,
        format,
        dataStructure,
        sharingType,
        openType,
        updateFrequency,
        sharingMethod,
        sourceSchema,
        sourceTable,
        formatType,
        openCondition,
        keywords,
        relatedResources,
        officeId,
        functionId,
        matterId,
        systemId,
        campaignId,
        contact,
        census,
        classification,
        proposedIdentifier,
        rowCount,
        itemCount,
        items,
        authoredBy,
        editedBy,
        reviewedBy,
        createdAt,
        updatedAt,
        publishedAt,
        dataUpdatedAt,
        remarks,
        revision);
  }
}
