/**
 * Who may see what of the monitoring, denied unless a role allows it. How callers are recognised
 * does\n * not belong here.
 */
package org.govshare.monitoring.access;
