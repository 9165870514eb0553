package org.govshare.catalog.organisation.function;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.organisation.Entry;
import org.hibernate.annotations.Formula;

/** 业务职责. */
@Entity
@Table(name = "business_function")
class BusinessFunction extends Entry {

  @Enumerated(EnumType.STRING)
  private FunctionSource source;

  private String basis;
  private UUID legalBasisId;
  private String description;
  private UUID officeId;

  @Formula("(select o.name from office o where o.id = office_id)")
  private String officeName;

  protected BusinessFunction() {}

  BusinessFunction(String departmentCode, Instant now) {
    super(departmentCode, now);
  }

  void write(BusinessFunctionInput input, Instant now) {
    super.write(input, now);
    source = input.source();
    basis = input.basis().strip();
    legalBasisId = input.legalBasisId();
    description = input.description();
    officeId = input.officeId();
  }

  BusinessFunctionView view() {
    return new BusinessFunctionView(
        id(),
        department(),
        name(),
        source,
        basis,
        legalBasisId,
        description,
        officeId,
        officeName,
        abolished(),
        updatedAt(),
        revision());
  }

  BusinessFunctionInput input() {
    return new BusinessFunctionInput(
        departmentCode(), name(), source, basis, legalBasisId, description, officeId, abolished());
  }
}
