package org.govshare.catalog.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** 督查评估: one evaluation of all departments. */
@Entity
@Table(name = "evaluation")
class Evaluation {

  @Id private UUID id;
  private String title;
  private LocalDate periodFrom;
  private LocalDate periodTo;

  @Enumerated(EnumType.STRING)
  private EvaluationState state;

  private String createdBy;
  private Instant createdAt;
  private Instant computedAt;
  private String publishedBy;
  private Instant publishedAt;
  @Version private long revision;

  protected Evaluation() {}

  Evaluation(EvaluationInput input, String author, Instant now) {
    this.id = UUID.randomUUID();
    this.title = input.title().strip();
    this.periodFrom = input.periodFrom();
    this.periodTo = input.periodTo();
    this.state = EvaluationState.DRAFT;
    this.createdBy = author;
    this.createdAt = now;
  }

  void computed(Instant now) {
    state = EvaluationState.COMPUTED;
    computedAt = now;
  }

  void published(String by, Instant now) {
    state = EvaluationState.PUBLISHED;
    publishedBy = by;
    publishedAt = now;
  }

  UUID id() {
    return id;
  }

  LocalDate periodFrom() {
    return periodFrom;
  }

  LocalDate periodTo() {
    return periodTo;
  }

  EvaluationState state() {
    return state;
  }

  long revision() {
    return revision;
  }

  EvaluationView view() {
    return new EvaluationView(
        id,
        title,
        periodFrom,
        periodTo,
        state,
        createdBy,
        createdAt,
        computedAt,
        publishedBy,
        publishedAt,
        revision);
  }
}
