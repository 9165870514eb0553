/** What this service tells others: facts to monitoring and commands to nodes, by the outbox. */
package org.govshare.exchange.announcement;
