/** Trials of services: how a run would go, asked of both nodes before there is one. */
package org.govshare.exchange.trial;
