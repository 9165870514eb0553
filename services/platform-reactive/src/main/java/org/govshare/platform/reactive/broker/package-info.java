/**
 * The connection to the AMQP 1.0 broker: it is made when first needed and made again for ever. What
 * the messages mean does not belong here.
 */
package org.govshare.platform.reactive.broker;
