package org.govshare.catalog.organisation.system;

/** 使用频度: how often a system is used. */
public enum UsageFrequency {
  /** 每日. */
  DAILY,
  /** 每周. */
  WEEKLY,
  /** 每月. */
  MONTHLY,
  /** 每年. */
  YEARLY,
  /** 偶尔. */
  RARELY,
  /** 不再使用. */
  NONE
}
