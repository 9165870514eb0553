package org.govshare.catalog.campaign;

import org.govshare.catalog.notification.Notice;

/** The steps of a department's work, in their order. */
public enum CampaignStep {
  /** 方案制定. */
  PLAN("方案制定 Planning"),
  /** 资源调查. */
  SURVEY("资源调查 Survey"),
  /** 目录生成. */
  GENERATE("目录生成 Generation"),
  /** 目录审核. */
  REVIEW("目录审核 Review");

  private final String label;

  CampaignStep(String label) {
    this.label = label;
  }

  /** What people call it, in both languages: for titles that are kept. */
  String label() {
    return label;
  }

  /** The same, in the language of who reads a notice. */
  String word() {
    return Notice.word("campaign-step." + name());
  }

  /** Whether nothing comes after it. */
  boolean last() {
    return this == REVIEW;
  }

  CampaignStep next() {
    return values()[ordinal() + 1];
  }
}
