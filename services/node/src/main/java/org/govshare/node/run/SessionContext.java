package org.govshare.node.run;

import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.crypto.NodeKeys;

/**
 * What a session needs of its logical node.
 *
 * @param node the node's code
 * @param keys its keys
 * @param broker its connection
 * @param disk its state
 * @param settings settings of the data path
 * @param budget bytes that the process shares
 * @param meters figures for monitoring
 */
public record SessionContext(
    String node,
    NodeKeys keys,
    BrokerConnection broker,
    NodeState disk,
    EngineSettings settings,
    ByteBudget budget,
    FlowMeter meters) {}
