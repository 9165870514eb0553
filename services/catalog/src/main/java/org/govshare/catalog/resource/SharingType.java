package org.govshare.catalog.resource;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** 共享类型, from the loosest to the strictest. */
public enum SharingType {
  /** 无条件共享. */
  UNCONDITIONAL,
  /** 有条件共享: the condition must be named. */
  CONDITIONAL,
  /** 不予共享: the law that forbids sharing must be cited. */
  NOT_SHARED;

  /** The strictest of several, empty if there are none. */
  static Optional<SharingType> strictest(Collection<SharingType> types) {
    return types.stream().max(Comparator.naturalOrder());
  }
}
