package org.govshare.catalog.bulk;

import java.time.Instant;
import org.govshare.catalog.bulk.reading.KnownResource;
import org.govshare.catalog.resource.ImportedResource;

/**
 * A resource ready to be written.
 *
 * @param row its row in the workbook
 * @param items lines of its items
 * @param search line of what it is found by
 * @param continued the resource that it goes on with, or {@code null}
 * @param publishedAt when it was published, {@code null} if the workbook does not say
 */
record Prepared(
    int row,
    ImportedResource resource,
    String items,
    String search,
    KnownResource continued,
    Instant publishedAt) {

  /** Whether it is to be reviewed as the next version of what is in the catalogue. */
  boolean isNextVersion() {
    return continued != null && continued.published() != null;
  }
}
