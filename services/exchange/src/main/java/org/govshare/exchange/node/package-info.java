/** 节点: registered front-end machines, their public keys and the tables that they open. */
package org.govshare.exchange.node;
