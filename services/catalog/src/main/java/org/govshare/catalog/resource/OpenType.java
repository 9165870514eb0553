package org.govshare.catalog.resource;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** 开放类型, from the loosest to the strictest. */
public enum OpenType {
  /** 主动开放. */
  OPEN,
  /** 依申请公开. */
  ON_REQUEST,
  /** 不予开放. */
  CLOSED;

  /** The strictest of several, empty if there are none. */
  static Optional<OpenType> strictest(Collection<OpenType> types) {
    return types.stream().max(Comparator.naturalOrder());
  }
}
