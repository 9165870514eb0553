package org.govshare.catalog.resource;

import java.util.Set;
import java.util.regex.Pattern;

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
  F;

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}(\\.\\d{1,100})?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
  private static final Pattern TIME =
      Pattern.compile(
          DATE
              + "([T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?(Z|[+-]\\d\\d:\\d\\d)?)?");
  private static final Set<String> TRUTHS = Set.of("true", "false");

  /** Whether a text is written as a value of this type is: dates as 2026-03-01, numbers plainly. */
  public boolean reads(String text) {
    return switch (this) {
      case N, Y, B, F -> NUMBER.matcher(text).matches();
      case I -> INTEGER.matcher(text).matches();
      case D -> DATE.matcher(text).matches();
      case T -> TIME.matcher(text).matches();
      case L -> TRUTHS.contains(text);
      case C, M, G -> true;
    };
  }
}
