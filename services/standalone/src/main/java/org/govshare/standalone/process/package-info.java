/**
 * Child processes of the standalone platform: starting them detached from the terminal, finding
 * them again by pid file, stopping and killing them. Knows nothing of what the processes are.
 */
package org.govshare.standalone.process;
