package org.govshare.node.run;

import java.time.Clock;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.lease.Leases;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.crypto.Keyring;

/**
 * What a session needs of its logical node.
 *
 * @param node the node's code
 * @param keys its keys of every suite
 * @param broker its connection
 * @param disk its state
 * @param settings settings of the data path
 * @param budget bytes that the process shares
 * @param meters figures for monitoring
 * @param clock the time that receipts and events state
 * @param leases the centre's leave for its runs
 */
public record SessionContext(
    String node,
    Keyring keys,
    BrokerConnection broker,
    NodeState disk,
    EngineSettings settings,
    ByteBudget budget,
    FlowMeter meters,
    Clock clock,
    Leases leases) {}
