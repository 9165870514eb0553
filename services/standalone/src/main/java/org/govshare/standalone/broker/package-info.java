/**
 * The AMQP 1.0 broker as a child process: its addresses, its accounts and who may do what on which
 * address. Knows nothing of what the messages say.
 */
package org.govshare.standalone.broker;
