/** Tests of the exchange service against a real database, a real broker and signed tokens. */
package org.govshare.exchange;
