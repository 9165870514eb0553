package org.govshare.catalog.resource;

/** 开放类型. */
public enum OpenType {
  /** 主动开放. */
  OPEN,
  /** 依申请公开. */
  ON_REQUEST,
  /** 不予开放. */
  CLOSED
}
