package org.govshare.catalog.department;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Departments, for everybody who is signed in. */
@Path("/api/catalog/v1/departments")
@Authenticated
class DepartmentEndpoint {

  private final DepartmentService departments;

  DepartmentEndpoint(DepartmentService departments) {
    this.departments = departments;
  }

  /** A page of the departments in their official order. */
  @GET
  public Uni<Page<DepartmentView>> list(
      @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
    return departments.page(PageRequest.of(page, size));
  }
}
