/** Signs what nodes are asked beside runs, so that agents that know the exchange's key obey it. */
package org.govshare.exchange.order;
