package org.govshare.platform.version;

/** Something whose revision counts up with every change; answers name it as their entity tag. */
public interface Versioned {

  /** How often it has been changed, as writers must name it in {@code If-Match}. */
  long revision();
}
