/** Runs of exchange services, their channels and the receipts that prove them. */
package org.govshare.exchange.run;
