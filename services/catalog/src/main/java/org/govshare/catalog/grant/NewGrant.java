package org.govshare.catalog.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;

/**
 * What a provider grants.
 *
 * @param requestId request it answers
 * @param resource whose items they are
 * @param requesterDepartment department that may take them
 * @param items the items, all of them requested
 * @param rowFilter which rows, in words, or {@code null} for all
 * @param rowConditions which rows, as conditions that the exchange holds every reading to
 * @param conditions what the grant is bound to, or {@code null}
 * @param expiresAt until when
 * @param grantedBy who decided
 * @param replaces grant whose place it takes, or {@code null}. One on the same request is revoked
 *     with it; one that is prolonged ends by itself
 */
public record NewGrant(
    UUID requestId,
    InformationResource resource,
    String requesterDepartment,
    List<DataItem> items,
    String rowFilter,
    List<RowCondition> rowConditions,
    String conditions,
    Instant expiresAt,
    String grantedBy,
    UUID replaces) {

  public NewGrant {
    items = List.copyOf(items);
    rowConditions = List.copyOf(rowConditions);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("A grant holds at least one item");
    }
    if (resource.departmentCode().equals(requesterDepartment)) {
      throw new IllegalArgumentException("A department is not granted its own resource");
    }
  }
}
