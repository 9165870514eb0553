package org.govshare.catalog.request;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;

/** Gathers what all advisers have to say. */
@Singleton
class RequestAdvices {

  private final List<RequestAdvice> advisers;

  RequestAdvices(@All List<RequestAdvice> advisers) {
    this.advisers = advisers;
  }

  Uni<List<Advice>> on(InformationResource resource, List<DataItem> items) {
    return Multi.createFrom()
        .iterable(advisers)
        .onItem()
        .transformToUniAndConcatenate(adviser -> adviser.on(resource, items))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList());
  }
}
