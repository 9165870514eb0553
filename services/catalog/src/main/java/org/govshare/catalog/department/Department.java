package org.govshare.catalog.department;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** 部门. */
@Entity
@Table(name = "department")
public class Department {

  @Id private String code;
  private String name;
  private String serial;

  /** For the persistence provider. */
  protected Department() {}

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

  /** How it is shown. */
  public DepartmentView view() {
    return new DepartmentView(code, name);
  }
}
