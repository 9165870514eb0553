package org.govshare.catalog.organisation.system;

/**
 * 部署网络: where a system runs. 政务内网 is missing: what runs there is classified and not listed on this
 * platform.
 */
public enum SystemNetwork {
  /** 政务外网. */
  GOVERNMENT_EXTRANET,
  /** 业务专网. */
  DEDICATED,
  /** 互联网. */
  INTERNET,
  /** 局域网. */
  LOCAL,
  /** 单机. */
  STANDALONE
}
