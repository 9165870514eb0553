package org.govshare.catalog.conformity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an item is not what its standard data element says.
 *
 * @param is what the item says, absent if nothing
 * @param standard what the element says, absent if nothing
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Deviation(
    UUID itemId,
    String itemName,
    UUID dataElementId,
    String elementIdentifier,
    String elementName,
    Kind kind,
    String is,
    String standard) {

  /** In what it deviates. */
  @Schema(name = "DeviationKind")
  enum Kind {
    /** 数据类型. */
    DATA_TYPE,
    /** 长度. */
    LENGTH,
    /** 代码表. */
    CODE_TABLE,
    /** The element itself has been repealed since. */
    REPEALED
  }
}
