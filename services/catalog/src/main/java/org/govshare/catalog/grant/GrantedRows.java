package org.govshare.catalog.grant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A condition on the rows of a grant, as it is stored. */
@Embeddable
class GrantedRows {

  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private RowOperator operator;

  private String[] comparedWith;

  protected GrantedRows() {}

  GrantedRows(RowCondition condition) {
    itemId = condition.itemId();
    operator = condition.operator();
    comparedWith = condition.values().toArray(String[]::new);
  }

  RowCondition condition() {
    return new RowCondition(itemId, operator, List.of(comparedWith));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrantedRows that
        && Objects.equals(itemId, that.itemId)
        && operator == that.operator
        && Arrays.equals(comparedWith, that.comparedWith);
  }

  @Override
  public int hashCode() {
    return Objects.hash(itemId, operator, Arrays.hashCode(comparedWith));
  }
}
