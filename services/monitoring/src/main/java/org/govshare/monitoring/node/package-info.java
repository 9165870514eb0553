/** Nodes (前置机) and whether they are alive. */
package org.govshare.monitoring.node;
