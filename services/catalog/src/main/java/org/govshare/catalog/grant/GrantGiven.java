package org.govshare.catalog.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.InformationResource;

/**
 * Fact for the exchange: a department may take these items of a resource.
 *
 * @param rowFilter which rows, in words; {@code null} for all
 * @param rowConditions which rows, as conditions on columns; none for all
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
    List<Rows> rowConditions,
    Instant expiresAt,
    Instant grantedAt,
    SourceTable sourceTable,
    UUID replaces) {

  /** An item that may be taken. */
  @RegisterForReflection
  record Item(UUID itemId, String name, String fieldName, DataType dataType, Integer length) {}

  /** A condition on a column that a row must fulfil. */
  @RegisterForReflection
  record Rows(String column, RowOperator operator, List<String> values) {}

  /** The table the resource comes from. */
  @RegisterForReflection
  record SourceTable(String schema, String table) {}

  static GrantGiven of(Grant grant, NewGrant given, Map<UUID, String> columns) {
    InformationResource resource = given.resource();
    return new GrantGiven(
        grant.id(),
        grant.requestId(),
        resource.id(),
        resource.version(),
        resource.identifier(),
        resource.name(),
        grant.providerDepartment(),
        grant.requesterDepartment(),
        given.items().stream().map(GrantGiven::item).toList(),
        grant.rowFilter(),
        given.rowConditions().stream()
            .map(it -> new Rows(columns.get(it.itemId()), it.operator(), it.values()))
            .toList(),
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
