package org.govshare.catalog.organisation.system;

/** Why a system is asked whether it is still needed. */
public enum AuditReason {
  /** Its department says that it is not used. */
  STATED_UNUSED,
  /** Its last use, or the last time it was seen at work, is longer ago than the threshold. */
  LONG_UNUSED,
  /** Nothing is known of its last use. */
  NEVER_SEEN,
  /** It has no users. */
  WITHOUT_USERS
}
