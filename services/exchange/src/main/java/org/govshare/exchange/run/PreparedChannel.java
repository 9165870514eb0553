package org.govshare.exchange.run;

import java.util.List;
import java.util.UUID;

/**
 * A channel that a run is to go through.
 *
 * @param id the channel
 * @param targetNode the node it writes at
 * @param target number of the target in the design, from 1
 * @param lane which lane of the target, from 1
 * @param lanes how many the target has
 * @param replaced the channels whose place the target's lanes take
 * @param anew whether change capture begins with a copy, because the channel was given up or other
 *     runs have gone without it
 */
record PreparedChannel(
    UUID id,
    String targetNode,
    int target,
    int lane,
    int lanes,
    List<UUID> replaced,
    boolean anew) {}
