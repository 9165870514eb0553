package org.govshare.catalog.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.govshare.platform.version.Versioned;

/**
 * Who sees to somebody's tasks while they are away. The revision is the number in its {@code ETag}.
 *
 * @param active whether it holds today
 * @param endedAt when it was ended before its time, may be absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationView(
    UUID id,
    String delegator,
    String department,
    String delegate,
    LocalDate firstDay,
    LocalDate lastDay,
    String remark,
    boolean active,
    Instant createdAt,
    Instant endedAt,
    long revision)
    implements Versioned {}
