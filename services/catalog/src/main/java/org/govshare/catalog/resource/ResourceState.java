package org.govshare.catalog.resource;

/** 资源状态. */
public enum ResourceState {
  /** 草稿: being compiled. */
  DRAFT,
  /** 待审核: waits for the department’s reviewer. */
  PENDING_REVIEW,
  /** 退回: sent back to its editor. */
  RETURNED,
  /** 已注册: passed by the department, waits for publication. */
  REGISTERED,
  /** 已发布: in the catalogue, cannot be changed. */
  PUBLISHED,
  /** 已撤销: taken out of the catalogue. */
  WITHDRAWN,
  /** 已更新: replaced by a later version. */
  SUPERSEDED
}
