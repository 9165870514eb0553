/**
 * The control plane of the exchange: who may exchange what between which nodes, and what became of
 * it. Rows never pass through here.
 */
package org.govshare.exchange;
