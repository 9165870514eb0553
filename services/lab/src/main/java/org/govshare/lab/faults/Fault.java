package org.govshare.lab.faults;

import org.govshare.lab.fixture.Part;

/**
 * One fault: kill -9 of a part once the run has come so far, and how long it stays away.
 *
 * @param part what dies
 * @param progress share of the rows at which it dies, 0 to 1
 * @param delayMillis how long after that progress was seen, so that it falls anywhere in a chunk
 * @param downMillis how long before it is started again
 */
record Fault(Part part, double progress, int delayMillis, int downMillis) {}
