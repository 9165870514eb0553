/**
 * Work that is done from time to time, by one replica at a time. What the work is belongs to the
 * features; they implement {@link org.govshare.catalog.schedule.ScheduledWork}.
 */
package org.govshare.catalog.schedule;
