/** Single runs of exchange services and the figures of their two ends. */
package org.govshare.monitoring.run;
