package org.govshare.catalog.identifier.scheme;

/** Where the digits of a segment come from. */
public enum SegmentSource {
  /** Leading digits of the resource's category code. */
  CATEGORY(6),
  /** The serial of the resource's department, filled up with zeros on the left. */
  DEPARTMENT(10),
  /** Leading digits of the code of the department's region (GB/T 2260). */
  REGION(6),
  /** The same digits for every resource. */
  CONSTANT(16);

  private final int mostDigits;

  SegmentSource(int mostDigits) {
    this.mostDigits = mostDigits;
  }

  int mostDigits() {
    return mostDigits;
  }
}
