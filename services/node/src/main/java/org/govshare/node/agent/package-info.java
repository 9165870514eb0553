/** The process: its configuration, its logical nodes, health and metrics. */
package org.govshare.node.agent;
