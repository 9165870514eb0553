/**
 * Working days, time limits and the clocks that run in them. Knows nothing of what the clocks are
 * for: features start, pause and stop them by the identity of their own things.
 */
package org.govshare.catalog.calendar;
