package org.govshare.catalog.bulk.organisation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What came of a sheet.
 *
 * @param rows rows that say something
 * @param faulty how many of them have a fault
 * @param added how many good ones are new
 * @param changed how many good ones differ from what is known
 * @param unchanged how many good ones say what is known
 * @param written whether the good ones were written
 * @param faults every fault in the order of the rows, at most 1,000
 * @param moreFaults how many faults are not listed
 */
@RegisterForReflection
public record SheetReport(
    int rows,
    int faulty,
    int added,
    int changed,
    int unchanged,
    boolean written,
    List<SheetFault> faults,
    int moreFaults) {}
