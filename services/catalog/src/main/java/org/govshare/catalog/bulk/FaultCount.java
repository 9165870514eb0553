package org.govshare.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How often a fault occurs.
 *
 * @param code what is wrong
 * @param column the column's name in the template's code, absent if it is not about one
 * @param count how often
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultCount(String code, String column, long count) {}
