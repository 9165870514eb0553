package org.govshare.catalog.department;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows departments. */
@Singleton
class DepartmentService {

  private final DepartmentRepository departments;

  DepartmentService(DepartmentRepository departments) {
    this.departments = departments;
  }

  /** A page of the departments in their official order. */
  @WithSession
  Uni<Page<DepartmentView>> page(PageRequest request) {
    return departments
        .inOrder()
        .map(
            all ->
                Page.of(
                    all.stream()
                        .skip(request.offset())
                        .limit(request.size())
                        .map(Department::view)
                        .toList(),
                    all.size(),
                    request));
  }
}
