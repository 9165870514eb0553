package org.govshare.catalog.organisation.matter;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.history.Changes;
import org.govshare.catalog.organisation.EntryLinks;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.reference.Uses;
import org.govshare.platform.problem.FieldError;

/** Keeps 业务事项. */
@Singleton
public class BusinessMatterService
    extends EntryService<BusinessMatter, BusinessMatterInput, BusinessMatterView> {

  private final EntryLinks links;

  BusinessMatterService(
      DepartmentRepository departments, EntryLinks links, Changes changes, Uses uses, Clock clock) {
    super(BusinessMatter.class, "matter", departments, changes, uses, clock);
    this.links = links;
  }

  @Override
  protected BusinessMatter blank(String department, Instant now) {
    return new BusinessMatter(department, now);
  }

  @Override
  protected void write(BusinessMatter entry, BusinessMatterInput input, Instant now) {
    entry.write(input, now);
  }

  @Override
  protected BusinessMatterView view(BusinessMatter entry) {
    return entry.view();
  }

  @Override
  protected BusinessMatterInput input(BusinessMatter entry) {
    return entry.input();
  }

  @Override
  protected String keyField() {
    return "code";
  }

  @Override
  protected String key(BusinessMatter entry) {
    return entry.code();
  }

  @Override
  protected String key(BusinessMatterInput input) {
    return input.code().strip();
  }

  @Override
  protected Uni<List<FieldError>> misdirected(String department, BusinessMatterInput input) {
    List<FieldError> faults = new ArrayList<>();
    return links.function(department, input.functionId(), faults).replaceWith(faults);
  }
}
