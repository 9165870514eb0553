package org.govshare.exchange.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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
    WENT_ON
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
    return new ChannelEventView(channelId, kind.name(), reason, actor, at);
  }
}
