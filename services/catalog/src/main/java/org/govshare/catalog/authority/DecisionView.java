package org.govshare.catalog.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision on a candidate.
 *
 * @param number from 1; the highest holds
 * @param departmentCode authoritative department, absent if the data are different ones
 * @param seriesId series of the authoritative resource
 * @param itemName its item
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
    int number,
    Verdict verdict,
    String departmentCode,
    UUID seriesId,
    String itemName,
    String reason,
    String decidedBy,
    Instant decidedAt) {}
