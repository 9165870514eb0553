/**
 * What goes into cells of tables that people open in spreadsheet programs, and how a table is
 * written as text. Which columns a table has is the matter of who makes it.
 */
package org.govshare.catalog.table;
