package org.govshare.catalog.bulk;

import java.util.List;
import org.govshare.catalog.bulk.reading.Fault;

/**
 * Resources that are written in one transaction.
 *
 * @param resources those to write
 * @param unchanged how many beside them say what the catalogue says already
 * @param refused how many beside them cannot be imported any more
 * @param faults why not
 * @param lastRow the last row it is about
 */
record Chunk(
    List<Prepared> resources, int unchanged, int refused, List<Fault> faults, int lastRow) {}
