package org.govshare.catalog.library.document;

/** What a document of the library is. */
public enum DocumentKind {
  /** 政策法规. */
  POLICY,
  /** 标准. */
  STANDARD
}
