package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.TransferMode;

/**
 * Has rows sent again. Such a run is a copy of some rows that are applied by their key; where
 * increments go on from stays where it was.
 */
@Singleton
class Resender {

  private final RunStarter starter;
  private final ResendRepository resends;
  private final RunWindows windows;
  private final ServiceRegistry services;
  private final NodeRegistry nodes;

  Resender(
      RunStarter starter,
      ResendRepository resends,
      RunWindows windows,
      ServiceRegistry services,
      NodeRegistry nodes) {
    this.starter = starter;
    this.resends = resends;
    this.windows = windows;
    this.services = services;
    this.nodes = nodes;
  }

  Uni<UUID> resend(Caller caller, UUID serviceId, ResendOrder order) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return services
        .existing(serviceId)
        .chain(service -> conditions(service, order))
        .chain(bounds -> windows.requireOpen(serviceId).replaceWith(bounds))
        .chain(bounds -> starter.start(serviceId, origin(caller, bounds)));
  }

  private Uni<List<RowCondition>> conditions(ServiceView service, ResendOrder order) {
    if (service.mode().transfer() == TransferMode.CAPTURE) {
      throw new Conflict("resend-not-for-capture", service.code());
    }
    return nodes
        .table(
            service.source().node(),
            service.source().dataSource(),
            service.source().schema(),
            service.source().table())
        .map(table -> order.conditions(service.source(), table));
  }

  private RunOrigin origin(Caller caller, List<RowCondition> bounds) {
    return new RunOrigin(
        RunCause.RESEND,
        1,
        caller.name(),
        run -> resends.persistAndFlush(new Resend(run, bounds)).replaceWithVoid());
  }
}
