package org.govshare.catalog.organisation.system;

/** 清理意见: what is to become of a system. */
public enum CleanUpDecision {
  /** 保留. */
  KEEP,
  /** 整合 into another system. */
  MERGE,
  /** 关停. */
  RETIRE
}
