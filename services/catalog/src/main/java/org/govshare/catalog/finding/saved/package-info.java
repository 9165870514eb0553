/** Searches that people keep, with how much is new since they looked last. */
package org.govshare.catalog.finding.saved;
