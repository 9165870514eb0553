package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.TransferMode;

/**
 * Has rows sent again. Such a run is a copy of some rows that are applied by their key; where
 * increments go on from stays where it was. Change capture delivers the keys with its next window,
 * so that they keep their place among the changes.
 */
@Singleton
public class Resender {

  private final RunStarter starter;
  private final ResendRepository resends;
  private final RunWindows windows;
  private final ServiceRegistry services;
  private final NodeRegistry nodes;
  private final GrantService grants;

  Resender(
      RunStarter starter,
      ResendRepository resends,
      RunWindows windows,
      ServiceRegistry services,
      NodeRegistry nodes,
      GrantService grants) {
    this.starter = starter;
    this.resends = resends;
    this.windows = windows;
    this.services = services;
    this.nodes = nodes;
    this.grants = grants;
  }

  Uni<UUID> resend(Caller caller, UUID serviceId, ResendOrder order) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return services
        .existing(serviceId)
        .invoke(Resender::requireParts)
        .chain(service -> content(service, order))
        .chain(content -> windows.requireOpen(serviceId).replaceWith(content))
        .chain(content -> starter.start(serviceId, origin(caller.name(), content)));
  }

  /**
   * Part of a table does not take the place of all of it.
   *
   * @throws Conflict if the service replaces its targets' content (409)
   */
  static void requireParts(ServiceView service) {
    if (service.design().replacing()) {
      throw new Conflict("service-replaces", service.code());
    }
  }

  private Uni<Function<UUID, Resend>> content(ServiceView service, ResendOrder order) {
    ServiceDraft.Source source = service.source();
    if (order.byKeys()) {
      List<List<String>> keys = order.keys(source.keyColumns());
      return nodes
          .find(source.node())
          .map(node -> run -> Resend.ofKeys(run, keys, node, service.design().algorithms()));
    }
    return grants
        .find(service.grantId())
        .chain(
            grant ->
                nodes
                    .table(source.node(), source.dataSource(), source.schema(), source.table())
                    .map(table -> order.range().conditions(source, grant, table)))
        .map(range -> run -> Resend.within(run, range));
  }

  /**
   * Has rows sent again.
   *
   * @param by who asked
   * @param bounds which rows
   */
  public Uni<UUID> resend(String by, UUID serviceId, List<RowCondition> bounds) {
    return services
        .existing(serviceId)
        .invoke(Resender::requireParts)
        .invoke(
            service -> {
              if (service.mode().transfer() == TransferMode.CAPTURE) {
                throw new Conflict("resend-by-keys-alone", service.code());
              }
            })
        .chain(() -> windows.requireOpen(serviceId))
        .chain(() -> starter.start(serviceId, origin(by, run -> Resend.within(run, bounds))));
  }

  private RunOrigin origin(String by, Function<UUID, Resend> content) {
    return new RunOrigin(
        RunCause.RESEND,
        1,
        by,
        run -> resends.persistAndFlush(content.apply(run)).replaceWithVoid());
  }
}
