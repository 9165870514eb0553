/** Comparing the tables at both ends of a run by digests that each end computes itself. */
package org.govshare.exchange.reconciliation;
