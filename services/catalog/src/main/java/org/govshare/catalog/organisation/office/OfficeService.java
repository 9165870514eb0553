package org.govshare.catalog.organisation.office;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.problem.FieldError;

/** Keeps 处室. */
@Singleton
public class OfficeService extends EntryService<Office, OfficeInput, OfficeView> {

  OfficeService(DepartmentRepository departments, Changes changes, Uses uses, Clock clock) {
    super(Office.class, "office", departments, changes, uses, clock);
  }

  @Override
  protected Office blank(String department, Instant now) {
    return new Office(department, now);
  }

  @Override
  protected void write(Office entry, OfficeInput input, Instant now) {
    entry.write(input, now);
  }

  @Override
  protected OfficeView view(Office entry) {
    return entry.view();
  }

  @Override
  protected OfficeInput input(Office entry) {
    return entry.input();
  }

  @Override
  protected String keyField() {
    return "name";
  }

  @Override
  protected String key(Office entry) {
    return entry.name();
  }

  @Override
  protected String key(OfficeInput input) {
    return input.name().strip();
  }

  @Override
  protected Uni<List<FieldError>> misdirected(String department, OfficeInput input) {
    return Uni.createFrom().item(List.of());
  }
}
