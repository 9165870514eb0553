/**
 * Reads workbooks (Office Open XML) as a stream, within limits, trusting nothing: a library reads
 * the XML, because none that reads workbooks bounds the text of a cell or shows merged ranges. What
 * the cells mean does not belong here.
 */
package org.govshare.catalog.bulk.xlsx;
