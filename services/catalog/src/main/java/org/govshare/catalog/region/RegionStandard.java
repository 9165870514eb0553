package org.govshare.catalog.region;

/** Where a code comes from. */
public enum RegionStandard {
  /** GB/T 2260: six digits, county level and above. */
  GBT_2260,
  /** GB/T 10114: three or six further digits below the county level. */
  GBT_10114,
  /** Used in the province without being in either standard. */
  LOCAL
}
