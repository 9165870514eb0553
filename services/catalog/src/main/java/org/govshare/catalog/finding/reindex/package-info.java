/** Makes what resources are found by anew, from the resources themselves. */
package org.govshare.catalog.finding.reindex;
