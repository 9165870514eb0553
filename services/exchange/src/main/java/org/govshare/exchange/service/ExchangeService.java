package org.govshare.exchange.service;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.json.JsonText;

/** 交换服务. */
@Entity
@Table(name = "exchange_service")
class ExchangeService {

  @Id private UUID id;
  private String code;
  private String name;
  private String domain;
  private String process;
  private UUID grantId;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private String sourceNode;
  private String targetNode;
  private String sourceDepartment;
  private String targetDepartment;
  private String design;
  private String expected;

  @Enumerated(EnumType.STRING)
  private ServiceState state;

  private String stopReason;
  private int designVersion;
  private String createdBy;
  private Instant createdAt;
  private Instant changedAt;
  @Version private long version;

  /** For the persistence provider. */
  protected ExchangeService() {}

  ExchangeService(UUID id, String code, String createdBy, Instant createdAt) {
    this.id = id;
    this.code = code;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    this.state = ServiceState.DEPLOYED;
  }

  void design(ServiceDraft draft, GrantView grant, Design checked, Instant at) {
    name = draft.name().strip();
    domain = draft.domain();
    process = draft.process().strip();
    grantId = grant.id();
    mode = draft.mode();
    sourceNode = checked.source().node();
    targetNode = checked.target().node();
    sourceDepartment = grant.providerDepartment();
    targetDepartment = grant.requesterDepartment();
    design = JsonText.write(checked);
    changedAt = at;
    designVersion++;
  }

  /** Remembers how its tables are now. */
  void expect(ExpectedTables tables) {
    expected = JsonText.write(tables);
  }

  ExpectedTables expected() {
    return expected == null ? ExpectedTables.NONE : JsonText.read(expected, ExpectedTables.class);
  }

  void stop(String reason, Instant at) {
    state = ServiceState.STOPPED;
    stopReason = reason;
    changedAt = at;
  }

  void resume(Instant at) {
    state = ServiceState.DEPLOYED;
    stopReason = null;
    changedAt = at;
  }

  /** Whether it writes the table that another would read. */
  boolean writes(ServiceDraft.Source read) {
    return JsonText.read(design, Design.class).allTargets().stream()
        .anyMatch(
            written ->
                written.node().equals(read.node())
                    && written.dataSource().equals(read.dataSource())
                    && written.schema().equals(read.schema())
                    && written.table().equals(read.table()));
  }

  /** Whether it writes a table that another would write. */
  boolean sharesWith(ServiceDraft.Target written) {
    return writes(
        new ServiceDraft.Source(
            written.node(),
            written.dataSource(),
            written.schema(),
            written.table(),
            List.of(),
            null,
            null));
  }

  /** Whether it replaces the content of its targets. */
  boolean replaces() {
    return JsonText.read(design, Design.class).replacing();
  }

  /** Whether it captures changes of the table that another would write. */
  boolean captures(ServiceDraft.Target written) {
    ServiceDraft.Source read = JsonText.read(design, Design.class).source();
    return mode == Mode.CAPTURE
        && read.node().equals(written.node())
        && read.dataSource().equals(written.dataSource())
        && read.schema().equals(written.schema())
        && read.table().equals(written.table());
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  long version() {
    return version;
  }

  int designVersion() {
    return designVersion;
  }

  ServiceState state() {
    return state;
  }

  String sourceDepartment() {
    return sourceDepartment;
  }

  String targetDepartment() {
    return targetDepartment;
  }

  ServiceView view() {
    Design read = JsonText.read(design, Design.class);
    return new ServiceView(
        id,
        code,
        name,
        domain,
        process,
        grantId,
        mode,
        read.algorithms(),
        read.source(),
        read.target(),
        read.mapping(),
        read.filter(),
        read.targets(),
        read.lanes(),
        read.replaces(),
        designVersion,
        sourceDepartment,
        targetDepartment,
        state,
        stopReason,
        createdBy,
        createdAt,
        changedAt,
        version);
  }

  ServiceSummary summary() {
    return new ServiceSummary(
        id,
        code,
        name,
        domain,
        process,
        mode,
        sourceNode,
        targetNode,
        sourceDepartment,
        targetDepartment,
        state,
        stopReason,
        changedAt);
  }
}
