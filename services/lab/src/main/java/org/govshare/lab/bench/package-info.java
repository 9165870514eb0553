/** Benchmarks: each measures the platform beside a baseline in interleaved rounds. */
package org.govshare.lab.bench;
