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
  MEDIA;

  /** Whether the platform hands the data over (共享平台方式), and not people by mail or disk. */
  public boolean byPlatform() {
    return this != MEDIA;
  }

  /**
   * Whether data in a format can be handed over this way: a database table only out of a database,
   * a message out of what has records, and a service interface through no file or disk.
   */
  public boolean fits(ResourceFormat format) {
    return switch (this) {
      case DATABASE -> format == ResourceFormat.DATABASE;
      case FILE, MEDIA -> format != ResourceFormat.SERVICE_INTERFACE;
      case MESSAGE ->
          format == ResourceFormat.DATABASE
              || format == ResourceFormat.SELF_DESCRIBING
              || format == ResourceFormat.SERVICE_INTERFACE;
      case API -> true;
    };
  }
}
