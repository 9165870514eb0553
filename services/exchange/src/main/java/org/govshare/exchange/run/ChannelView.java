package org.govshare.exchange.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * One channel of a run.
 *
 * @param id the channel
 * @param targetNumber which target of the service's design it brings rows to, from 1
 * @param node code of the node it writes at
 * @param dataSource code of that node's data source
 * @param schema schema of the table it writes
 * @param table name of the table
 * @param lane which lane of its target it is, from 1
 * @param lanes how many lanes its target has in this run
 * @param state where it stands
 * @param restarts how often it was started again alone in this run
 * @param startedAt when the first node began, absent before
 * @param endedAt when it ended, absent before
 * @param movedAt when something was last committed, or when it was asked for
 * @param source how far the source has come
 * @param target how far the target has come
 * @param receipts the proofs that are here
 * @param reason code of why it failed or stopped
 * @param detail the same in words
 * @param progress how fast it goes and what is still to come, absent once it has ended
 * @param rescanned whether its source went back behind the last watermark, because its database
 *     does not show how long transactions have been open; absent if not
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelView(
    UUID id,
    int targetNumber,
    String node,
    String dataSource,
    String schema,
    String table,
    int lane,
    int lanes,
    RunPhase state,
    int restarts,
    Instant startedAt,
    Instant endedAt,
    Instant movedAt,
    RunView.End source,
    RunView.End target,
    RunView.Receipts receipts,
    String reason,
    String detail,
    ProgressView progress,
    Boolean rescanned) {}
