package org.govshare.catalog.organisation.matter;

/** 事项类型: the ten kinds of administrative power, and public services. */
public enum MatterKind {
  /** 行政许可. */
  LICENCE,
  /** 行政处罚. */
  PENALTY,
  /** 行政强制. */
  COERCION,
  /** 行政征收. */
  LEVY,
  /** 行政给付. */
  PAYMENT,
  /** 行政检查. */
  INSPECTION,
  /** 行政确认. */
  CONFIRMATION,
  /** 行政奖励. */
  REWARD,
  /** 行政裁决. */
  ADJUDICATION,
  /** 其他行政权力. */
  OTHER_POWER,
  /** 公共服务. */
  PUBLIC_SERVICE
}
