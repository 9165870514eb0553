package org.govshare.catalog.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/**
 * What is decided on the source of an item.
 *
 * @param authoritative whether the item's own department is the source; absent if nothing is
 *     decided on such data
 * @param department the source, absent if nothing is decided
 * @param resourceId its published resource, absent if none is published now
 * @param sourceItemId the item there
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
    UUID itemId,
    String itemName,
    Boolean authoritative,
    DepartmentView department,
    UUID resourceId,
    String resourceIdentifier,
    String resourceName,
    UUID sourceItemId,
    String sourceItemName) {}
