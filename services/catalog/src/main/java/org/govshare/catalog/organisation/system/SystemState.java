package org.govshare.catalog.organisation.system;

/** Where a system stands in its life. */
public enum SystemState {
  /** 在建. */
  PLANNED,
  /** 在用. */
  RUNNING,
  /** 停用. */
  SUSPENDED,
  /** 已下线; nothing new may refer to it. */
  RETIRED
}
