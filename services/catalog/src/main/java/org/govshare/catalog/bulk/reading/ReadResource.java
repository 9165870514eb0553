package org.govshare.catalog.bulk.reading;

import java.time.LocalDate;
import org.govshare.catalog.resource.ResourceInput;

/**
 * A resource that was read from a workbook.
 *
 * @param row its first row
 * @param lastRow its last row
 * @param department code of its provider, {@code null} if that is not known
 * @param input what an editor would have written
 * @param publishedOn when it was published, {@code null} if the workbook does not say
 * @param good whether nothing is wrong with it
 */
public record ReadResource(
    int row,
    int lastRow,
    String department,
    ResourceInput input,
    LocalDate publishedOn,
    boolean good) {}
