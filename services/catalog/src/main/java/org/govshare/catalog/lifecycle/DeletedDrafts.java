package org.govshare.catalog.lifecycle;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.govshare.catalog.resource.DeletionListener;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.platform.identity.Caller;

/** Keeps in the trail who threw which draft away. */
@Singleton
class DeletedDrafts implements DeletionListener {

  private final TransitionRepository transitions;
  private final Clock clock;

  DeletedDrafts(TransitionRepository transitions, Clock clock) {
    this.transitions = transitions;
    this.clock = clock;
  }

  @Override
  public Uni<Void> deleting(Caller caller, List<InformationResource> drafts) {
    return transitions
        .record(
            new ResourceMoved(
                TransitionAction.DELETE,
                null,
                caller,
                null,
                clock.instant(),
                drafts.stream()
                    .map(draft -> ResourceMoved.Moved.of(draft, draft.state(), null))
                    .toList()))
        .replaceWithVoid();
  }
}
