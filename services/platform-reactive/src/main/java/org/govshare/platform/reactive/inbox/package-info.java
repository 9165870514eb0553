/**
 * Takes in what other services tell: each fact is applied once and in order, in the transaction
 * that remembers it, and acknowledged after the commit.
 */
package org.govshare.platform.reactive.inbox;
