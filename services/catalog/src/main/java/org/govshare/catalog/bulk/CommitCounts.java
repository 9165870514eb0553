package org.govshare.catalog.bulk;

/** What became of some resources; one fault at least was found with each that was refused. */
record CommitCounts(int created, int updated, int unchanged, int refused, long faults) {}
