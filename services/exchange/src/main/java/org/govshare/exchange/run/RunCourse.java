package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;

/** Moves runs along with their channels: a run has ended when all its channels have. */
@Singleton
class RunCourse {

  private final RunChannelRepository parts;
  private final RunEndings endings;
  private final Announcements announcements;
  private final Clock clock;

  RunCourse(
      RunChannelRepository parts, RunEndings endings, Announcements announcements, Clock clock) {
    this.parts = parts;
    this.endings = endings;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** What is to be told when runs have moved. */
  static final class Told {
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Run> ended = new ArrayList<>();

    void add(Announcement announcement) {
      announcements.add(announcement);
    }
  }

  /** Draws the conclusions from what a part has become; the run's row is held. */
  Uni<Void> moved(Run run, RunChannel part, Told told) {
    Instant now = clock.instant();
    if (part.state().live() && part.complete()) {
      part.end(RunPhase.COMPLETED, now, null, null);
    }
    if (!run.state().live()) {
      return Uni.createFrom().voidItem();
    }
    if (part.begun() && run.begin(now)) {
      told.add(run.changed(now));
    }
    if (part.state().live()) {
      return Uni.createFrom().voidItem();
    }
    return parts
        .of(run.id())
        .invoke(
            all -> {
              if (run.follow(all, now)) {
                told.add(run.changed(now));
                told.ended.add(run);
              }
            })
        .replaceWithVoid();
  }

  /** Tells it, in the caller's transaction. */
  Uni<Void> tell(Told told) {
    return endings.tell(told.ended).chain(() -> announcements.append(told.announcements));
  }
}
