package org.govshare.node.run;

import org.govshare.protocol.control.Side;

/** Counts frames as they are committed. */
@FunctionalInterface
public interface FlowMeter {
  /** One frame more of a node's side. */
  void committed(String node, Side side, long rows, long bytes, long wireBytes);
}
