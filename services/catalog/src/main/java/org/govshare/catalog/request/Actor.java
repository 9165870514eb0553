package org.govshare.catalog.request;

import org.govshare.platform.identity.Caller;

/**
 * Who takes a step.
 *
 * @param name user name, or the platform's own
 * @param department code, {@code null} for the platform
 */
record Actor(String name, String department) {

  /** The platform itself, which no user is called. */
  static final Actor PLATFORM = new Actor("govshare", null);

  static Actor of(Caller caller) {
    return new Actor(caller.name(), caller.department().orElse(null));
  }
}
