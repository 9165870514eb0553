/**
 * The figures that the ends of runs report, and what they add up to by day. Signs of life of
 * nodes\n * do not belong here.
 */
package org.govshare.monitoring.telemetry;
