package org.govshare.monitoring.node;

/** Whether a node is alive. */
enum NodeHealth {
  /** It was heard of lately. */
  NORMAL,
  /** It was not, or never. */
  STOPPED
}
