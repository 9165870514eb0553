package org.govshare.catalog.resource;

/** 数据项类型. */
public enum DataType {
  /** 字符型. */
  C,
  /** 数值型. */
  N,
  /** 货币型. */
  Y,
  /** 日期型. */
  D,
  /** 日期时间型. */
  T,
  /** 逻辑型. */
  L,
  /** 备注型. */
  M,
  /** 通用型. */
  G,
  /** 双精度型. */
  B,
  /** 整型. */
  I,
  /** 浮点型. */
  F
}
