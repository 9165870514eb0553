package org.govshare.catalog.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A data item that the compilation table counts.
 *
 * @param fieldName its column, absent if it comes from none
 * @param dataType one of the eleven kinds
 * @param resourceId the published resource it belongs to
 * @param identifier of that resource
 * @param resource name of that resource
 * @param department code of the department that provides it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountedItem(
    UUID id,
    String name,
    String fieldName,
    String dataType,
    UUID resourceId,
    String identifier,
    String resource,
    String department) {}
