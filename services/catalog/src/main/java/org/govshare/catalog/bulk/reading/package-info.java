/**
 * From the rows of a workbook to resources, with every fault found on the way. Knows the template
 * and what the catalogue holds; stores nothing.
 */
package org.govshare.catalog.bulk.reading;
