package org.govshare.catalog.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.InformationResource;

/**
 * Fact for the exchange: a department may take these items of a resource.
 *
 * @param rowFilter which rows, in words; {@code null} for all
 * @param replaces grant whose place it takes, {@code null} for none
 */
@RegisterForReflection
record GrantGiven(
    UUID grantId,
    UUID requestId,
    UUID resourceId,
    int resourceVersion,
    String resourceIdentifier,
    String resourceName,
    String providerDepartment,
    String requesterDepartment,
    List<Item> items,
    String rowFilter,
    Instant expiresAt,
    Instant grantedAt,
    SourceTable sourceTable,
    UUID replaces) {

  /** An item that may be taken. */
  @RegisterForReflection
  record Item(UUID itemId, String name, String fieldName, DataType dataType, Integer length) {}

  /** The table the resource comes from. */
  @RegisterForReflection
  record SourceTable(String schema, String table) {}

  static GrantGiven of(Grant grant, InformationResource resource, List<DataItem> items) {
    return new GrantGiven(
        grant.id(),
        grant.requestId(),
        resource.id(),
        resource.version(),
        resource.identifier(),
        resource.name(),
        grant.providerDepartment(),
        grant.requesterDepartment(),
        items.stream().map(GrantGiven::item).toList(),
        grant.rowFilter(),
        grant.expiresAt(),
        grant.grantedAt(),
        resource.sourceTable() == null
            ? null
            : new SourceTable(resource.sourceSchema(), resource.sourceTable()),
        grant.replaces());
  }

  private static Item item(DataItem item) {
    return new Item(item.id(), item.name(), item.fieldName(), item.dataType(), item.length());
  }
}
