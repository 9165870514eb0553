package org.govshare.protocol.control;

/** Command to report the tables that the node's allow-list opens. */
public record ReportInventory() {}
