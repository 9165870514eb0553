package org.govshare.catalog.campaign.evidence;

/** What a survey rests on. */
public enum EvidenceKind {
  /** 三定方案. */
  DUTY_PLAN,
  /** 权力清单. */
  POWER_LIST,
  /** 系统清单. */
  SYSTEM_LIST,
  /** 业务事项清单. */
  MATTER_LIST,
  /** 政策规范文件. */
  POLICY_DOCUMENT,
  /** 纸质文件. */
  PAPER_FILE,
  /** 电子文件. */
  ELECTRONIC_FILE
}
