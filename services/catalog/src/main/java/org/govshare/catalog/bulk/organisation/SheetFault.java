package org.govshare.catalog.bulk.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something wrong in a sheet.
 *
 * @param row its row, from 1
 * @param column heading of its column
 * @param field field of the entry
 * @param code what is wrong, a stable word
 * @param message the same in the caller's language
 * @param suggestion how to mend it, in the caller's language
 * @param value what the cell holds, at most 100 characters of it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetFault(
    int row,
    String column,
    String field,
    String code,
    String message,
    String suggestion,
    String value) {}
