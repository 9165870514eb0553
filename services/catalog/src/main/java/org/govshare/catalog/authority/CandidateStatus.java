package org.govshare.catalog.authority;

/** Whether and how a candidate has been decided on. */
public enum CandidateStatus {
  /** Nobody decided yet. */
  OPEN,
  /** It is one datum, and has a source. */
  SAME,
  /** They only look alike. */
  DIFFERENT
}
