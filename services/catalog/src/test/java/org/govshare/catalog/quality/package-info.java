/** Tests of the scores of entries. */
package org.govshare.catalog.quality;
