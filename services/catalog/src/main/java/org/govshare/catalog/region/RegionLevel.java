package org.govshare.catalog.region;

/** Levels of the administrative division, from above. */
public enum RegionLevel {
  /** 省级. */
  PROVINCE,
  /** 地级. */
  PREFECTURE,
  /** 县级. */
  COUNTY,
  /** 乡级. */
  TOWN,
  /** 村级. */
  VILLAGE
}
