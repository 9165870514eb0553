package org.govshare.catalog.request;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.UUID;

/** An item asked for, and what was decided on it. */
@Embeddable
class RequestedItem {

  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private ItemOutcome outcome;

  private String reason;

  protected RequestedItem() {}

  RequestedItem(UUID itemId) {
    this.itemId = itemId;
  }

  void decided(ItemOutcome as, String why) {
    outcome = as;
    reason = why;
  }

  UUID itemId() {
    return itemId;
  }

  ItemOutcome outcome() {
    return outcome;
  }

  String reason() {
    return reason;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestedItem that
        && Objects.equals(itemId, that.itemId)
        && outcome == that.outcome
        && Objects.equals(reason, that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(itemId, outcome, reason);
  }
}
