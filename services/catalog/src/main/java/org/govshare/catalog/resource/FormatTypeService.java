package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the known concrete formats. */
@Singleton
class FormatTypeService {

  private final FormatTypeRepository types;

  FormatTypeService(FormatTypeRepository types) {
    this.types = types;
  }

  @WithSession
  Uni<List<FormatTypeView>> inOrder() {
    return types.inOrder();
  }
}
