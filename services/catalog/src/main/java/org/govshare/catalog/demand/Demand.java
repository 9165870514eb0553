package org.govshare.catalog.demand;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.UpdateFrequency;

/** 需求: a department needs what nobody has published. */
@Entity
@Table(name = "demand")
class Demand {

  @Id private UUID id;
  private String department;
  private String askedBy;
  private String name;
  private String[] items;
  private String purpose;
  private String legalBasis;
  private UUID legalBasisId;
  private String scenario;

  @Enumerated(EnumType.STRING)
  private UpdateFrequency frequency;

  private String preferredDepartment;

  @Enumerated(EnumType.STRING)
  private DemandState state;

  private String providerDepartment;
  private String assignedBy;
  private Instant assignedAt;
  private String assignmentRemark;

  @Enumerated(EnumType.STRING)
  private DemandAnswer.Decision answer;

  private String answeredBy;
  private Instant answeredAt;
  private String answerNote;
  private boolean late;
  private LocalDate availableBy;
  private LocalDate passingTold;
  private UUID seriesId;
  private Instant createdAt;
  @Version private long revision;

  protected Demand() {}

  Demand(DemandInput input, String department, String askedBy, Instant now) {
    this.id = UUID.randomUUID();
    this.department = department;
    this.askedBy = askedBy;
    this.name = input.name().strip();
    this.items = input.items().stream().map(String::strip).toArray(String[]::new);
    this.purpose = input.purpose().strip();
    this.legalBasis = input.legalBasis().strip();
    this.legalBasisId = input.legalBasisId();
    this.scenario = input.scenario();
    this.frequency = input.frequency();
    this.preferredDepartment = input.preferredDepartment();
    this.state = DemandState.SUBMITTED;
    this.createdAt = now;
  }

  /** A provider is named; what an earlier one answered no longer counts. */
  void assigned(String provider, String by, String remark, Instant now) {
    decided(DemandState.ASSIGNED, by, remark, now);
    providerDepartment = provider;
    answer = null;
    answeredBy = null;
    answeredAt = null;
    answerNote = null;
  }

  void refused(String by, String remark, Instant now) {
    decided(DemandState.REFUSED, by, remark, now);
  }

  private void decided(DemandState next, String by, String remark, Instant now) {
    state = next;
    assignedBy = by;
    assignedAt = now;
    assignmentRemark = remark;
  }

  void answered(DemandState next, DemandAnswer given, String by, boolean tooLate, Instant now) {
    state = next;
    answer = given.decision();
    answeredBy = by;
    answeredAt = now;
    answerNote = given.note();
    availableBy = given.availableBy();
    late = late || tooLate;
  }

  /** Remembers that the passing of the promised day has been told. */
  void toldOfPassing() {
    passingTold = availableBy;
  }

  /** The day by which it was promised, {@code null} until it is. */
  LocalDate availableBy() {
    return availableBy;
  }

  void linkedTo(UUID series) {
    seriesId = series;
  }

  void fulfilled() {
    state = DemandState.FULFILLED;
  }

  void withdrawn() {
    state = DemandState.WITHDRAWN;
  }

  UUID id() {
    return id;
  }

  /** Department that needs it. */
  String department() {
    return department;
  }

  String askedBy() {
    return askedBy;
  }

  String name() {
    return name;
  }

  List<String> items() {
    return List.of(items);
  }

  String purpose() {
    return purpose;
  }

  String legalBasis() {
    return legalBasis;
  }

  UUID legalBasisId() {
    return legalBasisId;
  }

  String scenario() {
    return scenario;
  }

  UpdateFrequency frequency() {
    return frequency;
  }

  String preferredDepartment() {
    return preferredDepartment;
  }

  DemandState state() {
    return state;
  }

  String providerDepartment() {
    return providerDepartment;
  }

  DemandView.Assigned assignment() {
    return assignedBy == null
        ? null
        : new DemandView.Assigned(assignedBy, assignedAt, assignmentRemark);
  }

  DemandView.Answered answer() {
    return answeredBy == null
        ? null
        : new DemandView.Answered(answer, answeredBy, answeredAt, answerNote, availableBy, late);
  }

  /** Series of the resource that is or will be it, or {@code null}. */
  UUID seriesId() {
    return seriesId;
  }

  Instant createdAt() {
    return createdAt;
  }

  long revision() {
    return revision;
  }
}
