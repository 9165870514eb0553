package org.govshare.catalog.library.element;

/** The eleven kinds of data of the standard, with the letters that items use too. */
public enum ElementType {
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
