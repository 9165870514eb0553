package org.govshare.catalog.demand.opening;

/** Where a published resource stands on its way to the public. */
enum OpeningStatus {
  /** It is open. */
  ALREADY_OPEN,
  /** The department means to open it by a day. */
  PLANNED,
  /** Nothing stands against opening it. */
  COULD_BE,
  /** It stays closed. */
  NOT
}
