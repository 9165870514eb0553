package org.govshare.catalog.campaign;

/** Where a department stands within its step. */
public enum StepStatus {
  /** 进行中. */
  WORKING,
  /** 已上报: waits for acceptance. */
  REPORTED,
  /** 已退回: to be mended and reported again. */
  RETURNED,
  /** 已完成: the last step has been accepted. */
  ACCEPTED
}
