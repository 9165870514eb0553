package org.govshare.catalog.resource;

/** 数据结构. */
public enum DataStructure {
  /** 结构化. */
  STRUCTURED,
  /** 半结构化. */
  SEMI_STRUCTURED,
  /** 非结构化. */
  UNSTRUCTURED
}
