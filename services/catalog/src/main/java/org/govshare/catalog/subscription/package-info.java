/**
 * Who wants to hear about which resources, and what providers say about new data behind them. How
 * people are told belongs to the notifications.
 */
package org.govshare.catalog.subscription;
