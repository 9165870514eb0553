/**
 * What the platform on one machine consists of: its settings, secrets, databases and processes, and
 * the order in which they are started and stopped.
 */
package org.govshare.standalone.platform;
