package org.govshare.catalog.library;

/** What an entry of the library is. */
public enum EntryKind {
  /** A policy or a standard. */
  DOCUMENT,
  /** 标准数据元. */
  DATA_ELEMENT,
  /** 代码表. */
  CODE_TABLE
}
