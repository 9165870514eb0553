package org.govshare.catalog.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** One change of one object. It is written once and never touched again. */
@Entity
@Table(name = "change_record")
class ChangeRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String kind;
  private String objectId;
  private String departmentCode;

  @Enumerated(EnumType.STRING)
  private ChangeAction action;

  // Cast by way of text: bound as jsonb itself, a text would become a JSON string.
  @Column(name = "value_before")
  @ColumnTransformer(read = "cast(value_before as text)", write = "cast(cast(? as text) as jsonb)")
  private String before;

  @Column(name = "value_after")
  @ColumnTransformer(read = "cast(value_after as text)", write = "cast(cast(? as text) as jsonb)")
  private String after;

  private String actor;
  private String actorDepartment;
  private Instant at;
  private String correlation;

  protected ChangeRecord() {}

  ChangeRecord(
      String kind,
      String objectId,
      String departmentCode,
      String before,
      String after,
      String actor,
      String actorDepartment,
      Instant at,
      String correlation) {
    this.kind = kind;
    this.objectId = objectId;
    this.departmentCode = departmentCode;
    this.action = action(before, after);
    this.before = before;
    this.after = after;
    this.actor = actor;
    this.actorDepartment = actorDepartment;
    this.at = at;
    this.correlation = correlation;
  }

  private static ChangeAction action(String before, String after) {
    if (before == null) {
      return ChangeAction.CREATED;
    }
    return after == null ? ChangeAction.REMOVED : ChangeAction.CHANGED;
  }

  Long id() {
    return id;
  }

  String kind() {
    return kind;
  }

  String objectId() {
    return objectId;
  }

  String departmentCode() {
    return departmentCode;
  }

  ChangeAction action() {
    return action;
  }

  String before() {
    return before;
  }

  String after() {
    return after;
  }

  String actor() {
    return actor;
  }

  String actorDepartment() {
    return actorDepartment;
  }

  Instant at() {
    return at;
  }
}
