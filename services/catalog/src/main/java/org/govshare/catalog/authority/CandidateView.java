package org.govshare.catalog.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.version.Versioned;

/**
 * Data that several departments seem to keep. The revision is the number in its {@code ETag}.
 *
 * @param names the name most of its items have, or two names that resemble each other
 * @param score 0 to 1, made of the three that follow by 0.7, 0.2 and 0.1
 * @param baseLibrary whether one of the items belongs to a base library
 * @param found whether the last comparison found it
 * @param decision what holds, absent until somebody decides
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateView(
    UUID id,
    List<String> names,
    double score,
    double nameScore,
    double typeScore,
    double lengthScore,
    List<DepartmentView> departments,
    int resourceCount,
    int itemCount,
    boolean baseLibrary,
    boolean found,
    Instant foundAt,
    DecisionView decision,
    long revision)
    implements Versioned {}
