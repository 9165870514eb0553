/**
 * A synthetic catalogue of the province's size, and how it gets into a running catalogue: as a
 * workbook in the national template, through public interfaces alone.
 */
package org.govshare.lab.catalogue;
