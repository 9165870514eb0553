package org.govshare.catalog.resource;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** 更新周期, from the most to the least frequent. */
public enum UpdateFrequency {
  /** 实时. */
  REALTIME,
  /** 每日. */
  DAILY,
  /** 每周. */
  WEEKLY,
  /** 每旬. */
  TEN_DAYS,
  /** 每月. */
  MONTHLY,
  /** 每季度. */
  QUARTERLY,
  /** 每年. */
  YEARLY,
  /** 不定期. */
  IRREGULAR;

  /** The most frequent of several, which obliges most; empty if there are none. */
  static Optional<UpdateFrequency> strictest(Collection<UpdateFrequency> frequencies) {
    return frequencies.stream().min(Comparator.naturalOrder());
  }
}
