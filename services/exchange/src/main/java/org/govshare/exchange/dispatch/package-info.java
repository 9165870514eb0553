/**
 * Starts the runs that are due: by schedule, on the arrival of another service's data, again after
 * a failure. When something is due belongs to the schedule.
 */
package org.govshare.exchange.dispatch;
