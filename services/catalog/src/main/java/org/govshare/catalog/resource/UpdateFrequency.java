package org.govshare.catalog.resource;

/** 更新周期. */
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
  IRREGULAR
}
