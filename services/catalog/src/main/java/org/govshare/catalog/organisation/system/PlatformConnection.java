package org.govshare.catalog.organisation.system;

/** Whether a system is connected to the exchange platform. */
public enum PlatformConnection {
  /** 已接入. */
  CONNECTED,
  /** 计划接入. */
  PLANNED,
  /** 未接入. */
  NONE
}
