package org.govshare.catalog.library;

/** What an entry of the library is. */
public enum EntryKind {
  /** A policy or a standard. */
  DOCUMENT("library-document"),
  /** 标准数据元. */
  DATA_ELEMENT("data-element"),
  /** 代码表. */
  CODE_TABLE("code-table");

  private final String word;

  EntryKind(String word) {
    this.word = word;
  }

  /** What the history calls it. */
  String word() {
    return word;
  }
}
