package org.govshare.catalog.authority;

/** What a decision says of a candidate. */
public enum Verdict {
  /** It is one datum; the decision names its source. */
  SAME,
  /** They only look alike. */
  DIFFERENT
}
