package org.govshare.node.target;

import org.govshare.node.broker.Delivery;
import org.govshare.protocol.frame.EndBody;
import org.govshare.protocol.frame.Frame;

/**
 * A frame on its way to the table, verified.
 *
 * @param delivery to be settled when it is done with
 * @param frame the frame
 * @param rows plain rows of a DATA frame from the array's start, else null
 * @param end body of an END frame, else null
 */
record Arrival(Delivery delivery, Frame frame, byte[] rows, EndBody end) {}
