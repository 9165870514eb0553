package org.govshare.catalog.grant;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;

/** An item of a grant. The database holds it to the items of the request. */
@Embeddable
class GrantedItem {

  private UUID requestId;
  private UUID itemId;

  protected GrantedItem() {}

  GrantedItem(UUID requestId, UUID itemId) {
    this.requestId = requestId;
    this.itemId = itemId;
  }

  UUID itemId() {
    return itemId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrantedItem that
        && Objects.equals(requestId, that.requestId)
        && Objects.equals(itemId, that.itemId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(requestId, itemId);
  }
}
