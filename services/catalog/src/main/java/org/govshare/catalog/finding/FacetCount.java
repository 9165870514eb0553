package org.govshare.catalog.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How many found resources have one value of a facet.
 *
 * @param value the value, as the filter takes it
 * @param label name of a department or category
 * @param parent code of the category above
 * @param count how many, with all filters applied but this facet's own; of a category, with those
 *     further down
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FacetCount(String value, String label, String parent, long count) {}
