/**
 * Fault campaigns: copies under random, seeded faults, then a count of what was lost, duplicated or
 * reordered. Nothing here knows how the engine recovers.
 */
package org.govshare.lab.faults;
