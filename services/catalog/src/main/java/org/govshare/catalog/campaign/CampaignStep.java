package org.govshare.catalog.campaign;

/** The steps of a department's work, in their order. */
public enum CampaignStep {
  /** 方案制定. */
  PLAN("方案制定"),
  /** 资源调查. */
  SURVEY("资源调查"),
  /** 目录生成. */
  GENERATE("目录生成"),
  /** 目录审核. */
  REVIEW("目录审核");

  private final String label;

  CampaignStep(String label) {
    this.label = label;
  }

  /** What people call it. */
  String label() {
    return label;
  }

  /** Whether nothing comes after it. */
  boolean last() {
    return this == REVIEW;
  }

  CampaignStep next() {
    return values()[ordinal() + 1];
  }
}
