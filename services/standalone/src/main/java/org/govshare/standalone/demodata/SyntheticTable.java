package org.govshare.standalone.demodata;

import java.util.SplittableRandom;

/**
 * A table of synthetic rows.
 *
 * @param database the demo department's database
 * @param name name in schema {@code public}
 * @param rows how many rows
 * @param source makes the values of one row, in the order of the table's columns
 */
record SyntheticTable(String database, String name, int rows, RowSource source) {

  /** Makes rows. */
  interface RowSource {
    /**
     * The values of one row; null for null.
     *
     * @param number number of the row from 0
     * @param random random numbers of this row alone
     */
    Object[] row(int number, SplittableRandom random);
  }
}
