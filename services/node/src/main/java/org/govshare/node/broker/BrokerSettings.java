package org.govshare.node.broker;

/**
 * How a logical node reaches the broker.
 *
 * @param host name or address
 * @param port AMQP 1.0 port
 * @param username the node's own user
 * @param password its password
 */
public record BrokerSettings(String host, int port, String username, String password) {
  @Override
  public String toString() {
    return username + "@" + host + ":" + port;
  }
}
