/**
 * Writes a workbook with remarks: the very workbook that was sent, of which only the sheet in the
 * template, the list of formats and, for a summary behind, the lists of sheets are written anew.
 * What is wrong in it is found elsewhere.
 */
package org.govshare.catalog.bulk.annotation;
