package org.govshare.catalog.department;

/** 机构性质: what kind of body a department is. */
public enum DepartmentKind {
  /** 党委机关. */
  PARTY_ORGAN,
  /** 行政机关. */
  GOVERNMENT_ORGAN,
  /** 人大, 政协. */
  LEGISLATIVE_ORGAN,
  /** 司法机关. */
  JUDICIAL_ORGAN,
  /** 事业单位. */
  INSTITUTION,
  /** 群团组织. */
  MASS_ORGANISATION,
  /** 国有企业 with public functions. */
  ENTERPRISE,
  /** 其他. */
  OTHER
}
