package org.govshare.catalog.grant;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.catalog.lifecycle.ResourceListener;
import org.govshare.catalog.lifecycle.ResourceMoved;
import org.govshare.catalog.lifecycle.TransitionAction;

/** Ends the grants on resources that are taken out of the catalogue. */
@Singleton
class WithdrawnResources implements ResourceListener {

  private final GrantService grants;

  WithdrawnResources(GrantService grants) {
    this.grants = grants;
  }

  @Override
  public Uni<Void> moved(ResourceMoved event) {
    if (event.action() != TransitionAction.WITHDRAW) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(event.resources())
        .onItem()
        .transformToUniAndConcatenate(
            resource ->
                grants.revokeAllOn(resource.seriesId(), event.actor().name(), event.remark()))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
