/**
 * Who takes which waiting step: hand-over, leave, reminders, and the lists themselves. A task is a
 * step whose clock is open: a feature puts one into the lists by {@link
 * org.govshare.catalog.calendar.Clocks#start} and takes it out by {@code stop}; there is nothing
 * else to implement.
 */
package org.govshare.catalog.task;
