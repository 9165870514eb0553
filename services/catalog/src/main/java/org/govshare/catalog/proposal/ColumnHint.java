package org.govshare.catalog.proposal;

/** What is noticed about a column. */
public enum ColumnHint {
  /** 技术字段: of no meaning outside its system; proposed to be left out. */
  TECHNICAL,
  /** 身份号码: proposed to be shared on condition. */
  IDENTITY_NUMBER,
  /** 电话号码: proposed to be shared on condition. */
  PHONE,
  /** 银行账号: proposed to be shared on condition. */
  BANK_ACCOUNT,
  /** Its type is not known; taken as 通用型. */
  UNKNOWN_TYPE,
  /** Nobody commented on it; its item has the column's name. */
  WITHOUT_COMMENT
}
