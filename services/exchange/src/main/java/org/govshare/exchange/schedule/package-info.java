/**
 * When a service runs by itself and within which bounds: its trigger, the hours it may run in, how
 * often it is tried again. Starting runs belongs to the dispatch.
 */
package org.govshare.exchange.schedule;
