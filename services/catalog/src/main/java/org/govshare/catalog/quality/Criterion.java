package org.govshare.catalog.quality;

/** What a good entry has; each stands for the action that brings it about. */
public enum Criterion {
  /** An abstract of at least twenty characters. */
  SUMMARY,
  /** At least one keyword. */
  KEYWORDS,
  /** A telephone number or e-mail address for questions. */
  CONTACT,
  /** The concrete format. */
  FORMAT_TYPE,
  /** The office that keeps it. */
  OFFICE,
  /** The business function or matter it comes from. */
  FUNCTION,
  /** The information system it lives in. */
  SYSTEM,
  /** The census figures. */
  CENSUS,
  /** The condition on which it is opened on request. */
  OPEN_CONDITION,
  /** Items that are described or follow a standard data element; the share of them counts. */
  ITEMS_DESCRIBED,
  /** Data brought up to date within their update frequency. */
  FRESHNESS,
  /** Requests answered within their time limit; the share of them counts. */
  ANSWERS_IN_TIME
}
