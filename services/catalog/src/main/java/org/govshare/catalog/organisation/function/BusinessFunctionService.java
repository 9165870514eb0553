package org.govshare.catalog.organisation.function;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.library.link.Cited;
import org.govshare.catalog.library.link.LibraryLinks;
import org.govshare.catalog.organisation.EntryLinks;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.problem.FieldError;

/** Keeps 业务职责. */
@Singleton
public class BusinessFunctionService
    extends EntryService<BusinessFunction, BusinessFunctionInput, BusinessFunctionView> {

  private final EntryLinks links;
  private final LibraryLinks library;

  BusinessFunctionService(
      DepartmentRepository departments,
      EntryLinks links,
      LibraryLinks library,
      Changes changes,
      Uses uses,
      Clock clock) {
    super(BusinessFunction.class, "function", departments, changes, uses, clock);
    this.links = links;
    this.library = library;
  }

  @Override
  protected BusinessFunction blank(String department, Instant now) {
    return new BusinessFunction(department, now);
  }

  @Override
  protected void write(BusinessFunction entry, BusinessFunctionInput input, Instant now) {
    entry.write(input, now);
  }

  @Override
  protected BusinessFunctionView view(BusinessFunction entry) {
    return entry.view();
  }

  @Override
  protected BusinessFunctionInput input(BusinessFunction entry) {
    return entry.input();
  }

  @Override
  protected String keyField() {
    return "name";
  }

  @Override
  protected String key(BusinessFunction entry) {
    return entry.name();
  }

  @Override
  protected String key(BusinessFunctionInput input) {
    return input.name().strip();
  }

  /** A list has no column for the policy; that goes on with the same words. */
  @Override
  protected BusinessFunctionInput continued(BusinessFunctionInput input, BusinessFunction known) {
    BusinessFunctionInput before = known.input();
    return input.legalBasisId() == null && before.basis().equals(input.basis().strip())
        ? input.citing(before.legalBasisId())
        : input;
  }

  @Override
  protected Uni<List<FieldError>> misdirected(String department, BusinessFunctionInput input) {
    List<FieldError> faults = new ArrayList<>();
    return links
        .office(department, input.officeId(), faults)
        .chain(() -> library.check(List.of(new Cited("", input.legalBasisId(), null, null))))
        .replaceWith(faults);
  }
}
