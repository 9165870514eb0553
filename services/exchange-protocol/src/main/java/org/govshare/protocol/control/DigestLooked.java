package org.govshare.protocol.control;

import java.util.List;

/**
 * What a look saw. Hashes are the first 16 bytes in hexadecimal.
 *
 * @param number the look's
 * @param groups groups with rows, if sums were asked for
 * @param rows rows in the order of their keys' hashes, at most {@value DigestLook#ROWS}
 * @param cut whether there are more rows after the last
 * @param marked whether the source knows what was there when the base run began
 * @param truncated whether the source's table was emptied by TRUNCATE since
 * @param parked rows of the service that are parked at the target and wait
 */
public record DigestLooked(
    int number,
    List<Group> groups,
    List<Row> rows,
    boolean cut,
    boolean marked,
    boolean truncated,
    long parked) {

  /** What is absent is none. */
  public DigestLooked {
    groups = groups == null ? List.of() : List.copyOf(groups);
    rows = rows == null ? List.of() : List.copyOf(rows);
  }

  /**
   * Rows whose keys' hashes begin alike.
   *
   * @param prefix the first bits of the hashes
   * @param rows how many rows there are
   * @param sum decimal sum of the rows' hashes
   */
  public record Group(int prefix, long rows, String sum) {}

  /**
   * One row.
   *
   * @param key hash of its key
   * @param row hash of the row; null if the source has none of that key, but had one until lately
   * @param settled whether the source's row has not changed since the base run began
   */
  public record Row(String key, String row, boolean settled) {}
}
