/**
 * Long work: queued, run on worker threads by whichever replica is free, watched and cancelled by
 * who ordered it. What the work is does not belong here: features bring a {@link
 * org.govshare.catalog.job.JobHandler} each.
 */
package org.govshare.catalog.job;
