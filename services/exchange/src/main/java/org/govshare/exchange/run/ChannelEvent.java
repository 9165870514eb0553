package org.govshare.exchange.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.problem.InvalidInput;

/** Something that befell a channel of a run. */
@Entity
@Table(name = "channel_event")
class ChannelEvent {

  /** What it was. */
  enum Kind {
    /** A node gave up. */
    FAILED,
    /** It was ended before its time. */
    STOPPED,
    /** It was started again alone. */
    RESTARTED,
    /** The provider's own node does not let it send. */
    WITHHELD,
    /** The provider's own node lets it send again. */
    RELEASED,
    /** Nothing had moved for the time its service allows; an alarm. */
    BACKLOG_DROPPED,
    /** A node had no lease in force; nothing moved from then on. */
    STOOD_BY,
    /** Its lease was renewed. */
    WENT_ON;

    /**
     * The kind of a name, of any if there is no name.
     *
     * @throws InvalidInput if no kind has it (400)
     */
    static Optional<Kind> of(String name) {
      if (name == null || name.isBlank()) {
        return Optional.empty();
      }
      try {
        return Optional.of(valueOf(name.strip()));
      } catch (IllegalArgumentException unknown) {
        throw new InvalidInput("kind", "unknown", name);
      }
    }
  }

  @Id private UUID id;
  private UUID runId;
  private UUID channelId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String reason;
  private String actor;
  private Instant at;

  /** For the persistence provider. */
  protected ChannelEvent() {}

  ChannelEvent(RunChannel part, Kind kind, String reason, String actor, Instant at) {
    this.id = UUID.randomUUID();
    this.runId = part.runId();
    this.channelId = part.channelId();
    this.kind = kind;
    this.reason = reason;
    this.actor = actor;
    this.at = at;
  }

  ChannelEventView view() {
    return new ChannelEventView(runId, channelId, kind.name(), reason, actor, at);
  }
}
