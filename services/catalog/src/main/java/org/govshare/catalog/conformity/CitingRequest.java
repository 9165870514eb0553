package org.govshare.catalog.conformity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;

/**
 * An access request that rests on an entry of the library, or asks for an item that cites it.
 *
 * @param state as the request itself shows it
 */
@RegisterForReflection
record CitingRequest(
    UUID id,
    String state,
    UUID resourceId,
    String resourceName,
    DepartmentView providerDepartment,
    DepartmentView requesterDepartment,
    Instant createdAt) {}
