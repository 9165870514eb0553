package org.govshare.catalog.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.ItemInput;
import org.govshare.catalog.resource.SharingType;

/**
 * An item proposed for a column.
 *
 * @param sourceType the column's type as its database writes it
 * @param sharingCondition what sharing should depend on, absent if on nothing
 * @param dataElementId standard data element of exactly this name, absent if there is none
 * @param included whether it is proposed to be part of the entry
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposedItem(
    String name,
    String fieldName,
    String sourceType,
    DataType dataType,
    Integer length,
    SharingType sharingType,
    String sharingCondition,
    String description,
    UUID dataElementId,
    String dataElementName,
    boolean included,
    List<ColumnHint> hints) {

  ItemInput input() {
    return new ItemInput(
        name,
        fieldName,
        dataType,
        length,
        sharingType,
        sharingCondition,
        null,
        null,
        null,
        null,
        null,
        description,
        null,
        dataElementId,
        null);
  }
}
