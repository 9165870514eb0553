/** The figures of the whole platform, in one row. */
package org.govshare.monitoring.platform;
