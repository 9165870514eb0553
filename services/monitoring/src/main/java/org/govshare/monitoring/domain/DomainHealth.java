package org.govshare.monitoring.domain;

/** How a domain is, judged by its services. */
enum DomainHealth {
  /** 一切正常: every service runs, or there is none. */
  NORMAL,
  /** 部分停止: some services are stopped. */
  PARTLY_STOPPED,
  /** 所有停止: there are services, and all are stopped. */
  ALL_STOPPED;

  static DomainHealth of(long deployed, long running) {
    if (running == deployed) {
      return NORMAL;
    }
    return running == 0 ? ALL_STOPPED : PARTLY_STOPPED;
  }
}
