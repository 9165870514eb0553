package org.govshare.exchange.parked;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.exchange.run.ParkedChoice;
import org.govshare.exchange.run.Replayer;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.protocol.control.TransferMode;

/**
 * Has parked rows tried again. Operators choose them by what is known here; people of the two
 * departments choose single ones that they have opened.
 */
@Singleton
class ParkedReplays {

  private final ParkedRows parked;
  private final ParkedShowings showings;
  private final ServiceRegistry services;
  private final Replayer replayer;

  ParkedReplays(
      ParkedRows parked, ParkedShowings showings, ServiceRegistry services, Replayer replayer) {
    this.parked = parked;
    this.showings = showings;
    this.services = services;
    this.replayer = replayer;
  }

  /** Starts the run that sends them again. */
  Uni<UUID> replay(Caller caller, UUID serviceId, ReplayOrder order) {
    if (!order.single()) {
      caller.requireRole(Roles.EXCHANGE_OPERATOR);
    }
    order.check();
    return Panache.withSession(() -> choice(caller, serviceId, order))
        .chain(choice -> replayer.start(serviceId, caller.name(), choice));
  }

  private Uni<ParkedChoice> choice(Caller caller, UUID serviceId, ReplayOrder order) {
    return services
        .existing(serviceId)
        .call(
            service ->
                order.single()
                    ? Uni.createFrom()
                        .voidItem()
                        .invoke(() -> showings.requireOwner(caller, service))
                    : Uni.createFrom().voidItem())
        .invoke(ParkedReplays::requireNoCapture)
        .chain(
            service ->
                order.single()
                    ? showings
                        .opened(caller, serviceId, order.showingId())
                        .map(target -> new ParkedChoice(target, null, null, null, order.rows()))
                    : parked
                        .requireWaiting(service, order)
                        .replaceWith(
                            new ParkedChoice(
                                null, order.runId(), order.reason(), order.constraint(), null)));
  }

  private static void requireNoCapture(ServiceView service) {
    if (service.mode().transfer() == TransferMode.CAPTURE) {
      throw new Conflict("replay-not-for-capture", service.code());
    }
  }
}
