/** Tests of the history of reference data. */
package org.govshare.catalog.history;
