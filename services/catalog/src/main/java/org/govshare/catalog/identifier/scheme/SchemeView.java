package org.govshare.catalog.identifier.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.platform.version.Versioned;

/**
 * A scheme that holds or once held. The revision is the number in its {@code ETag}.
 *
 * @param segments segments in order
 * @param remark why it was introduced, absent if nobody said
 * @param changedBy who introduced it, absent for the one that came with the platform
 * @param changedAt since when it holds
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchemeView(
    long revision, List<Segment> segments, String remark, String changedBy, Instant changedAt)
    implements Versioned {}
