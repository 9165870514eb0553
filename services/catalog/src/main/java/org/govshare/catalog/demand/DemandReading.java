package org.govshare.catalog.demand;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads demands. */
@Singleton
class DemandReading {

  private final DemandRepository demands;
  private final DemandViews views;

  DemandReading(DemandRepository demands, DemandViews views) {
    this.demands = demands;
    this.views = views;
  }

  @WithSession
  Uni<Page<DemandView>> list(
      Caller caller, DemandFilter filter, DemandState state, PageRequest page) {
    return demands
        .page(DemandFilter.confinedTo(caller).orElse(null), filter, state, page)
        .chain(views::of);
  }

  @WithSession
  Uni<DemandView> read(Caller caller, UUID id) {
    return demands.seen(caller, id).chain(views::of);
  }

  @WithSession
  Uni<Page<DemandStepView>> history(Caller caller, UUID id, PageRequest page) {
    return demands.seen(caller, id).chain(demand -> demands.steps(id, page));
  }
}
