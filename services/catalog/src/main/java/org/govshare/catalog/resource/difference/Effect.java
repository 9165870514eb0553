package org.govshare.catalog.resource.difference;

/** What a change means to those who use the resource. */
public enum Effect {
  /** Shared less freely than before; breaks what rests on it. */
  SHARING_TIGHTENED(true),
  /** Shared more freely than before. */
  SHARING_LOOSENED(false),
  /** Opened more widely to the public. */
  OPENED(false),
  /** Opened less widely to the public. */
  CLOSED(false),
  /** Another name for the same item. */
  RENAMED(false),
  /** Another column for the same item; breaks what reads the old one. */
  FIELD_RENAMED(true),
  /** A type that holds every value of the old one. */
  TYPE_WIDENED(false),
  /** A type that does not; breaks what expects the old one. */
  TYPE_CHANGED(true),
  /** Room for longer values. */
  LENGTHENED(false),
  /** Room for shorter values only; breaks what holds longer ones. */
  SHORTENED(true),
  /** Another schema or table; breaks what reads the old one. */
  SOURCE_CHANGED(true);

  private final boolean breaking;

  Effect(boolean breaking) {
    this.breaking = breaking;
  }

  /** Whether something that works with the old state may fail with the new one. */
  public boolean breaking() {
    return breaking;
  }
}
