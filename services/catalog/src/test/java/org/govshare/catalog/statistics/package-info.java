/** Tests of the counts over the catalogue. */
package org.govshare.catalog.statistics;
