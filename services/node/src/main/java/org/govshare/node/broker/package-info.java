/**
 * The AMQP 1.0 connection of a logical node: links with manual credit and manual settlement. Knows
 * nothing of what messages say.
 */
package org.govshare.node.broker;
