package org.govshare.lab.faults;

/**
 * One fault: what strikes once the run has come so far, and how long it lasts.
 *
 * @param blow what strikes
 * @param progress share of the rows at which it strikes, 0 to 1
 * @param delayMillis how long after that progress was seen, so that it falls anywhere in a chunk
 * @param downMillis how long it lasts, where that is not given by its kind
 */
record Fault(Blow blow, double progress, int delayMillis, int downMillis) {}
