package org.govshare.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something wrong in a workbook.
 *
 * @param sheet sheet it is in
 * @param row its row, from 1
 * @param column the column's name in the template's code, absent if it is not about one
 * @param header how the template calls the column
 * @param code what is wrong, a stable word
 * @param message the same in the caller's language
 * @param suggestion how to mend it, in the caller's language
 * @param value what the cell holds, shortened
 * @param proposal what to write instead, where that can be told
 * @param resourceRow first row of the resource that is not imported for it; absent if none can be
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultView(
    String sheet,
    int row,
    String column,
    String header,
    String code,
    String message,
    String suggestion,
    String value,
    String proposal,
    Integer resourceRow) {}
