package org.govshare.standalone.broker;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.security.Role;

/**
 * Who may do what on which address. Each address has one owner that consumes it and named senders;
 * what no rule names is denied to everybody. Roles are called like the accounts.
 *
 * <p>Queues of a channel ({@code frame.<source>.<target>.<channel>} and back {@code return.…}) are
 * created by the exchange service alone; only the two nodes that the name speaks of use them. A
 * node can neither create addresses nor manage the broker.
 */
final class BrokerPermissions {

  private static final String EXCHANGE = "exchange";
  private static final String CATALOG = "catalog";
  private static final String MONITORING = "monitoring";

  private BrokerPermissions() {}

  /** The queues that exist from the start. */
  static Set<String> queues(List<String> nodes) {
    return fixedRules(nodes).keySet();
  }

  /** Roles by address pattern; the most specific pattern decides alone. */
  static Map<String, Set<Role>> of(List<String> nodes) {
    Map<String, Set<Role>> permissions = new LinkedHashMap<>();
    permissions.put("#", Set.of());
    fixedRules(nodes)
        .forEach((address, rule) -> permissions.put(address, roles(rule.owner(), rule.senders())));
    for (String source : nodes) {
      for (String target : nodes) {
        permissions.put(
            "frame." + source + "." + target + ".#", channel("node." + source, "node." + target));
        permissions.put(
            "return." + source + "." + target + ".#", channel("node." + source, "node." + target));
      }
    }
    return permissions;
  }

  private record Rule(String owner, Set<String> senders) {}

  private static Map<String, Rule> fixedRules(List<String> nodes) {
    Set<String> agents = nodes.stream().map(code -> "node." + code).collect(Collectors.toSet());
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("fact.catalog.exchange", new Rule(EXCHANGE, Set.of(CATALOG)));
    rules.put("fact.catalog.monitoring", new Rule(MONITORING, Set.of(CATALOG)));
    rules.put("fact.exchange.monitoring", new Rule(MONITORING, Set.of(EXCHANGE)));
    rules.put("ack.catalog", new Rule(CATALOG, Set.of(EXCHANGE, MONITORING)));
    rules.put(
        "ack.exchange",
        new Rule(
            EXCHANGE,
            Stream.concat(agents.stream(), Stream.of(MONITORING)).collect(Collectors.toSet())));
    rules.put("event.exchange", new Rule(EXCHANGE, agents));
    rules.put("receipt.exchange", new Rule(EXCHANGE, agents));
    rules.put("telemetry.monitoring", new Rule(MONITORING, agents));
    for (String node : nodes) {
      rules.put("command." + node, new Rule("node." + node, Set.of(EXCHANGE)));
    }
    // Read by hand only, through the broker's own tools.
    rules.put(BrokerMain.DEAD_LETTERS, new Rule(null, Set.of()));
    rules.put(BrokerMain.EXPIRED, new Rule(null, Set.of()));
    return rules;
  }

  private static Set<Role> roles(String owner, Set<String> senders) {
    Set<Role> roles = new HashSet<>();
    if (owner != null) {
      roles.add(role(owner, false, true, false));
    }
    senders.forEach(sender -> roles.add(role(sender, true, false, false)));
    return roles;
  }

  private static Set<Role> channel(String sender, String receiver) {
    Set<Role> roles = new HashSet<>();
    // Creating a queue over AMQP means attaching to it, which takes the right to send.
    roles.add(role(EXCHANGE, true, false, true));
    if (sender.equals(receiver)) {
      roles.add(role(sender, true, true, false));
    } else {
      roles.add(role(sender, true, false, false));
      roles.add(role(receiver, false, true, false));
    }
    return roles;
  }

  private static Role role(String name, boolean send, boolean consume, boolean create) {
    return new Role(
        name, send, consume, create, create, false, false, false, consume, create, create, false,
        false);
  }
}
