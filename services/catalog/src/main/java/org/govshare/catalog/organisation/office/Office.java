package org.govshare.catalog.organisation.office;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.govshare.catalog.organisation.Entry;

/** 处室. */
@Entity
@Table(name = "office")
class Office extends Entry {

  private String duties;
  private String contactName;
  private String contactPhone;

  protected Office() {}

  Office(String departmentCode, Instant now) {
    super(departmentCode, now);
  }

  void write(OfficeInput input, Instant now) {
    super.write(input, now);
    duties = input.duties();
    contactName = input.contactName();
    contactPhone = input.contactPhone();
  }

  OfficeView view() {
    return new OfficeView(
        id(),
        department(),
        name(),
        duties,
        contactName,
        contactPhone,
        abolished(),
        updatedAt(),
        revision());
  }

  OfficeInput input() {
    return new OfficeInput(
        departmentCode(), name(), duties, contactName, contactPhone, abolished());
  }
}
