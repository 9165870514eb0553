package org.govshare.catalog.resource;

/** 共享方式. */
public enum SharingMethod {
  /** 共享平台方式: 数据库. */
  DATABASE,
  /** 共享平台方式: 文件. */
  FILE,
  /** 共享平台方式: 接口. */
  API,
  /** 共享平台方式: 消息. */
  MESSAGE,
  /** 邮件, 拷盘或介质交换. */
  MEDIA
}
