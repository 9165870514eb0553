package org.govshare.catalog.department;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** 部门. */
@Entity
@Table(name = "department")
public class Department {

  @Id private String code;
  private String name;
  private String serial;
  private String parent;

  @Enumerated(EnumType.STRING)
  private DepartmentKind kind;

  private String regionCode;
  private String creditCode;

  @Enumerated(EnumType.STRING)
  private DepartmentState state;

  private String abolitionReason;
  private Instant abolishedAt;
  @Version private long revision;

  /** For the persistence provider. */
  protected Department() {}

  Department(String code, String serial) {
    this.code = code;
    this.serial = serial;
    this.state = DepartmentState.ACTIVE;
  }

  void write(DepartmentInput input) {
    name = input.name().strip();
    parent = input.parent();
    kind = input.kind();
    regionCode = input.regionCode();
    creditCode = input.creditCode();
  }

  void abolish(String reason, Instant now) {
    state = DepartmentState.ABOLISHED;
    abolitionReason = reason;
    abolishedAt = now;
  }

  void reinstate() {
    state = DepartmentState.ACTIVE;
    abolitionReason = null;
    abolishedAt = null;
  }

  /** Code, as in the tokens of its people. */
  public String code() {
    return code;
  }

  /** Full name. */
  public String name() {
    return name;
  }

  /** Its four digits in identifiers. */
  public String serial() {
    return serial;
  }

  /** Code of its region, or {@code null}. */
  public String regionCode() {
    return regionCode;
  }

  /** Code of the department above, or {@code null}. */
  public String parent() {
    return parent;
  }

  /** Whether it still acts. */
  public boolean active() {
    return state == DepartmentState.ACTIVE;
  }

  long revision() {
    return revision;
  }

  /** How it is shown. */
  public DepartmentView view() {
    return new DepartmentView(code, name);
  }

  DepartmentDetail detail() {
    return new DepartmentDetail(
        code,
        name,
        serial,
        parent,
        kind,
        regionCode,
        creditCode,
        state,
        abolitionReason,
        abolishedAt,
        revision);
  }
}
