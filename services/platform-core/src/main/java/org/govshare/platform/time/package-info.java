/** The clock every service reads, in UTC. */
package org.govshare.platform.time;
