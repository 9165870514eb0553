package org.govshare.exchange.reconciliation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.run.Resender;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.run.RunReader.KnownRun;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RowOperator;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * Has the rows that a reconciliation found different sent again. They are named to the source by
 * the hashes of their keys, which it alone can tell; the centre never learns the keys.
 */
@Singleton
class Mender {

  private final ReconciliationRepository reconciliations;
  private final RunReader runs;
  private final NodeRegistry nodes;
  private final Resender resender;

  Mender(
      ReconciliationRepository reconciliations,
      RunReader runs,
      NodeRegistry nodes,
      Resender resender) {
    this.reconciliations = reconciliations;
    this.runs = runs;
    this.nodes = nodes;
    this.resender = resender;
  }

  private record Order(UUID serviceId, RowCondition rows, int count) {}

  Uni<RowsSentAgain> mend(Caller caller, UUID runId, UUID id) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return Panache.withTransaction(() -> runs.known(caller, runId).chain(run -> order(run, id)))
        .chain(
            order ->
                resender
                    .resend(caller.name(), order.serviceId(), List.of(order.rows()))
                    .map(run -> new RowsSentAgain(run, order.count())));
  }

  private Uni<Order> order(KnownRun run, UUID id) {
    if (run.design().replacing()) {
      throw new Conflict("service-replaces", run.id());
    }
    return reconciliations
        .findById(id)
        .invoke(
            found -> {
              if (found == null || !found.runId().equals(run.id())) {
                throw new NotFound("reconciliation-not-found", id);
              }
              if (found.mendable().isEmpty()) {
                throw new Conflict("reconciliation-nothing-to-send");
              }
            })
        .chain(
            found ->
                nodes
                    .find(LookCommands.target(run.design(), found).node())
                    .map(
                        target -> {
                          List<String> values = new ArrayList<>();
                          values.add(found.salt());
                          values.add(target.agreementKey(CryptoSuite.INTL));
                          values.addAll(found.mendable());
                          return new Order(
                              run.serviceId(),
                              new RowCondition(
                                  run.design().source().keyColumns().getFirst(),
                                  RowOperator.KEYED,
                                  values),
                              found.mendable().size());
                        }));
  }
}
