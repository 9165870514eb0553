package org.govshare.catalog.campaign;

/** The steps of a department's work, in their order. */
public enum CampaignStep {
  /** 方案制定. */
  PLAN,
  /** 资源调查. */
  SURVEY,
  /** 目录生成. */
  GENERATE,
  /** 目录审核. */
  REVIEW;

  /** Whether nothing comes after it. */
  boolean last() {
    return this == REVIEW;
  }

  CampaignStep next() {
    return values()[ordinal() + 1];
  }
}
