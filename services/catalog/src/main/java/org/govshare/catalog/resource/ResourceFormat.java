package org.govshare.catalog.resource;

/** 资源格式. */
public enum ResourceFormat {
  /** 电子文件. */
  ELECTRONIC_FILE,
  /** 电子表格. */
  SPREADSHEET,
  /** 数据库. */
  DATABASE,
  /** 图形图像. */
  IMAGE,
  /** 流媒体. */
  STREAMING_MEDIA,
  /** 自描述格式. */
  SELF_DESCRIBING,
  /** 服务接口. */
  SERVICE_INTERFACE
}
