package org.govshare.catalog.resource.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What differs between an old and a new state of a resource.
 *
 * @param breaking whether something that works with the old state may fail with the new one
 * @param fields changed fields of the resource itself
 * @param items items that came, went or changed
 * @param order names of all items in their new order; absent if those that stayed keep theirs
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionDifference(
    boolean breaking, List<FieldChange> fields, List<ItemChange> items, List<String> order) {}
