/**
 * Rows that targets have parked: how many and why, never what is in them; and what is decided about
 * them. The rows themselves stay with the target's node.
 */
package org.govshare.exchange.parked;
