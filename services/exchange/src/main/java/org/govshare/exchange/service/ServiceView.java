package org.govshare.exchange.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.ServiceChanged;
import org.govshare.platform.version.Versioned;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.crypto.CryptoSuite;

/**
 * An exchange service in full.
 *
 * @param id its identifier
 * @param code its code
 * @param name its name
 * @param domain code of its domain
 * @param process name of the business process it is part of
 * @param grantId the grant it rests on
 * @param mode what a run transfers
 * @param suite algorithms that protect it on the way
 * @param source where rows are read
 * @param target where rows are written, the first place if there are several
 * @param mapping the columns
 * @param filter which rows are read
 * @param targets every place where rows are written, if there are several
 * @param lanes how many channels side by side bring rows to each target, if more than one
 * @param replaces true if a run's rows take the place of all that the targets hold
 * @param designVersion number of the version of its design, from 1
 * @param sourceDepartment code of the providing department
 * @param targetDepartment code of the receiving department
 * @param state whether it may be run
 * @param stopReason why it may not: {@code suspended}, {@code grant-revoked}, {@code grant-expired}
 * @param createdBy who designed it first
 * @param createdAt when
 * @param changedAt when it last changed
 * @param version version to name in {@code If-Match}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceView(
    UUID id,
    String code,
    String name,
    String domain,
    String process,
    UUID grantId,
    Mode mode,
    CryptoSuite suite,
    ServiceDraft.Source source,
    ServiceDraft.Target target,
    List<Design.Column> mapping,
    List<RowCondition> filter,
    List<ServiceDraft.Target> targets,
    Integer lanes,
    Boolean replaces,
    int designVersion,
    String sourceDepartment,
    String targetDepartment,
    ServiceState state,
    String stopReason,
    String createdBy,
    Instant createdAt,
    Instant changedAt,
    long version)
    implements Versioned {

  @Override
  public long revision() {
    return version;
  }

  /** Its design alone. */
  public Design design() {
    return new Design(source, target, mapping, filter, suite, targets, lanes, replaces);
  }

  /** The fact of its present state. */
  public Announcement changed() {
    return Announcement.toMonitoring(
        new ServiceChanged(
            id,
            code,
            name,
            domain,
            process,
            source.node(),
            target.node(),
            sourceDepartment,
            targetDepartment,
            state.name()));
  }

  /** Whether it may be run. */
  @JsonIgnore
  public boolean deployed() {
    return state == ServiceState.DEPLOYED;
  }
}
