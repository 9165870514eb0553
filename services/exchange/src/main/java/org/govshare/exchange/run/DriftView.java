package org.govshare.exchange.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.protocol.control.ColumnDifference;

/**
 * How a table of a paused run differs from what its service was designed for.
 *
 * @param side {@code SOURCE} or {@code TARGET}
 * @param node code of the node whose table it is
 * @param reportedAt when the node said so
 * @param differences all of them, those that do not matter to the run too
 */
@RegisterForReflection
public record DriftView(
    String side, String node, Instant reportedAt, List<ColumnDifference> differences) {}
