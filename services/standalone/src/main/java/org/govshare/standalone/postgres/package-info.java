/**
 * A real PostgreSQL server as a child process: binaries from the class path, a data directory that
 * stays, flushed commits, passwords that are checked. Knows nothing of what is stored in it.
 */
package org.govshare.standalone.postgres;
