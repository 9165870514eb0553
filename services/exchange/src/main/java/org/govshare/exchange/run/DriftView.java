package org.govshare.exchange.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.protocol.control.ColumnDifference;

/**
 * How a table of a paused run differs from what its service was designed for.
 *
 * @param side {@code SOURCE} or {@code TARGET}
 * @param node code of the node whose table it is
 * @param targetNumber which target of the run's design it is, from 1; absent for the source
 * @param schema schema of the table
 * @param table its name
 * @param reportedAt when the node said so
 * @param differences all of them, those that do not matter to the run too
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftView(
    String side,
    String node,
    Integer targetNumber,
    String schema,
    String table,
    Instant reportedAt,
    List<ColumnDifference> differences) {}
