package org.govshare.catalog.bulk.template;

/** What a column speaks of. */
public enum ColumnGroup {
  /** The resource: said once for all its rows, repeated, merged or left blank below. */
  RESOURCE,
  /** The item; where it is blank, what the row above said holds on within the resource. */
  INHERITED,
  /** The item of this row alone. */
  ITEM
}
