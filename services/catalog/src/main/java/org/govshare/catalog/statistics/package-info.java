/** Counts over the catalogue. */
package org.govshare.catalog.statistics;
