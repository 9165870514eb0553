package org.govshare.monitoring.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.govshare.monitoring.access.AccessRules;
import org.govshare.platform.identity.Caller;
import org.govshare.protocol.control.Side;

/** Reads runs for those who watch the whole platform. */
@ApplicationScoped
class RunService {

  private final RunRepository runs;

  RunService(RunRepository runs) {
    this.runs = runs;
  }

  @WithSession
  Uni<RunView> read(Caller caller, UUID id) {
    AccessRules.requireWholePlatform(caller);
    return runs.findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new RunNotFound(id))
        .chain(
            run ->
                runs.service(run.serviceId)
                    .chain(service -> runs.ends(id).map(ends -> view(run, service, ends))));
  }

  private static RunView view(Run run, RunView.Service service, Map<Side, RunView.End> ends) {
    return new RunView(
        run.id,
        service,
        run.state,
        run.requestedAt,
        run.changedAt,
        ends.get(Side.SOURCE),
        ends.get(Side.TARGET));
  }
}
