package org.govshare.exchange.order;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.centre.CentreKey;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.exchange.service.ServiceView;
import org.govshare.protocol.control.AgentAbility;
import org.govshare.protocol.control.Order;
import org.govshare.protocol.control.SignedOrder;
import org.govshare.protocol.crypto.SigningKey;

/**
 * Makes signed orders of commands. Without a key, and for agents of the version before, a command
 * goes as it is. What reads the rows that a grant opens is signed while it is in force, and for no
 * longer; rows that a department has received are its own.
 */
@Singleton
public class Orders {

  /** A node that is away for long still hears that its rows are given up. */
  private static final Duration RECEIVED = Duration.ofDays(7);

  private final CentreKey key;
  private final NodeRegistry nodes;
  private final GrantService grants;
  private final ExchangeConfig config;
  private final Clock clock;

  Orders(
      CentreKey key, NodeRegistry nodes, GrantService grants, ExchangeConfig config, Clock clock) {
    this.key = key;
    this.nodes = nodes;
    this.grants = grants;
    this.config = config;
    this.clock = clock;
  }

  /** Commands that read what the service's grant opens. */
  public Uni<List<Announcement>> underGrant(ServiceView service, List<Announcement> commands) {
    return grants
        .find(service.grantId())
        .chain(
            grant ->
                grant == null || !grant.active()
                    ? Uni.createFrom().item(commands)
                    : each(service, commands, term(grant)));
  }

  /** Commands about rows that have been received. */
  public Uni<List<Announcement>> received(ServiceView service, List<Announcement> commands) {
    Instant now = clock.instant();
    return each(service, commands, new Term(now, now.plus(RECEIVED)));
  }

  /** A command of a run to a node, under the run's grant. */
  public Announcement underGrant(
      UUID serviceId, GrantView grant, RegisteredNode node, Announcement command) {
    return grant == null || !grant.active()
        ? command
        : signed(serviceId, grant.id(), node, command, term(grant));
  }

  private record Term(Instant from, Instant until) {}

  private Term term(GrantView grant) {
    Instant now = clock.instant();
    Instant usual = now.plus(config.lease().duration());
    return new Term(now, grant.expiresAt().isBefore(usual) ? grant.expiresAt() : usual);
  }

  private Uni<List<Announcement>> each(
      ServiceView service, List<Announcement> commands, Term term) {
    return Multi.createFrom()
        .iterable(commands)
        .onItem()
        .transformToUniAndConcatenate(
            command ->
                nodes
                    .find(command.nodeCode())
                    .map(node -> signed(service.id(), service.grantId(), node, command, term)))
        .collect()
        .asList();
  }

  private Announcement signed(
      UUID serviceId, UUID grantId, RegisteredNode node, Announcement command, Term term) {
    if (node == null || !node.can(AgentAbility.SIGNED_ORDERS)) {
      return command;
    }
    return key.signing().map(by -> signed(by, serviceId, grantId, command, term)).orElse(command);
  }

  private Announcement signed(
      SigningKey by, UUID serviceId, UUID grantId, Announcement command, Term term) {
    Order order =
        new Order(
            Order.VERSION,
            command.body().getClass().getSimpleName(),
            grantId,
            serviceId,
            command.nodeCode(),
            term.from(),
            term.until(),
            JsonText.write(command.body()));
    return new Announcement(
        command.consumer(),
        SignedOrder.sign(by, JsonText.write(order).getBytes(StandardCharsets.UTF_8)));
  }
}
