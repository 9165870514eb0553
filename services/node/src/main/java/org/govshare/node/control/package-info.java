/**
 * What a logical node says to and hears from the centre: commands, events, telemetry, inventory,
 * reconciliation sums.
 */
package org.govshare.node.control;
