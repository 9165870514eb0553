package org.govshare.catalog.objection;

/** Which objections a list holds. */
enum ObjectionRole {
  /** Those the caller's department made. */
  reported,
  /** Those made to the caller's department. */
  received
}
