/**
 * Tells other services what has become true here: facts are written in the transaction that makes
 * them true, relayed to the broker in order, and kept until their consumer has acknowledged them.
 */
package org.govshare.platform.reactive.outbox;
