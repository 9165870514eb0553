package org.govshare.catalog.organisation.matter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.organisation.Entry;
import org.hibernate.annotations.Formula;

/** 业务事项. */
@Entity
@Table(name = "business_matter")
class BusinessMatter extends Entry {

  private String code;

  @Enumerated(EnumType.STRING)
  private MatterKind kind;

  private String description;
  private UUID functionId;

  @Formula("(select f.name from business_function f where f.id = function_id)")
  private String functionName;

  protected BusinessMatter() {}

  BusinessMatter(String departmentCode, Instant now) {
    super(departmentCode, now);
  }

  void write(BusinessMatterInput input, Instant now) {
    super.write(input, now);
    code = input.code().strip();
    kind = input.kind();
    description = input.description();
    functionId = input.functionId();
  }

  String code() {
    return code;
  }

  BusinessMatterView view() {
    return new BusinessMatterView(
        id(),
        department(),
        code,
        name(),
        kind,
        description,
        functionId,
        functionName,
        abolished(),
        updatedAt(),
        revision());
  }

  BusinessMatterInput input() {
    return new BusinessMatterInput(
        departmentCode(), code, name(), kind, description, functionId, abolished());
  }
}
