package org.govshare.catalog.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/**
 * What is decided on the source of an item.
 *
 * @param basis how the source is known, absent if it is not
 * @param authoritative whether the item's own department is the source; absent if it is not known
 * @param department the source, absent if it is not known
 * @param resourceId its published resource, absent if none is published now
 * @param sourceItemId the item there
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
    UUID itemId,
    String itemName,
    Basis basis,
    Boolean authoritative,
    DepartmentView department,
    UUID resourceId,
    String resourceIdentifier,
    String resourceName,
    UUID sourceItemId,
    String sourceItemName) {

  /** How the source of an item is known. */
  enum Basis {
    /** By a decision. */
    DECIDED,
    /** In the base libraries, no other department keeps such a datum. */
    ALONE_IN_BASE_LIBRARY
  }

  /** Nothing is known of its source. */
  static SourceView unknown(UUID itemId, String itemName) {
    return new SourceView(itemId, itemName, null, null, null, null, null, null, null, null);
  }

  /** Its own department is the only one that it could come from. */
  static SourceView alone(
      UUID itemId, String itemName, DepartmentView department, UUID resourceId) {
    return new SourceView(
        itemId,
        itemName,
        Basis.ALONE_IN_BASE_LIBRARY,
        true,
        department,
        resourceId,
        null,
        null,
        itemId,
        itemName);
  }
}
