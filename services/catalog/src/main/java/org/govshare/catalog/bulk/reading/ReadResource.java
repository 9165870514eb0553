package org.govshare.catalog.bulk.reading;

import java.time.LocalDate;
import org.govshare.catalog.resource.ResourceInput;

/**
 * A resource that was read from a workbook.
 *
 * @param row its first row
 * @param nameRow the row that has its name
 * @param codeRow the row that has its identifier
 * @param department code of its provider, {@code null} if that is not known
 * @param input what an editor would have written
 * @param publishedOn when it was published, {@code null} if the workbook does not say
 * @param good whether nothing is wrong with it
 */
public record ReadResource(
    int row,
    int nameRow,
    int codeRow,
    String department,
    ResourceInput input,
    LocalDate publishedOn,
    boolean good) {

  ReadResource judged(boolean verdict) {
    return new ReadResource(row, nameRow, codeRow, department, input, publishedOn, verdict && good);
  }
}
