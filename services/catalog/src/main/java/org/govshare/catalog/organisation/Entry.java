package org.govshare.catalog.organisation;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentView;
import org.hibernate.annotations.Formula;

/** Something that belongs to one department for good. */
@MappedSuperclass
public abstract class Entry {

  @Id private UUID id;
  private String departmentCode;

  @Formula("(select d.name from department d where d.code = department_code)")
  private String departmentName;

  private String name;
  private boolean abolished;
  private Instant createdAt;
  private Instant updatedAt;
  @Version private long revision;

  /** For the persistence provider. */
  protected Entry() {}

  /** A new entry of a department. */
  protected Entry(String departmentCode, Instant now) {
    this.id = UUID.randomUUID();
    this.departmentCode = departmentCode;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Takes over what all kinds have in common. */
  protected void write(EntryInput input, Instant now) {
    name = input.name().strip();
    abolished = Boolean.TRUE.equals(input.abolished());
    updatedAt = now;
  }

  /** Identity. */
  public UUID id() {
    return id;
  }

  /** Code of the department whose it is. */
  public String departmentCode() {
    return departmentCode;
  }

  /** That department, as last read from the database. */
  public DepartmentView department() {
    return new DepartmentView(departmentCode, departmentName);
  }

  /** Name. */
  public String name() {
    return name;
  }

  /** Whether nothing new may refer to it. */
  public boolean abolished() {
    return abolished;
  }

  /** When it was last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Counts every change; a writer names the one it has seen. */
  public long revision() {
    return revision;
  }
}
