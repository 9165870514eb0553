package org.govshare.catalog.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.DataType;

/** One of the items behind a candidate. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparedItemView(
    UUID itemId,
    String itemName,
    DataType dataType,
    Integer length,
    UUID resourceId,
    String resourceIdentifier,
    String resourceName,
    DepartmentView department) {}
