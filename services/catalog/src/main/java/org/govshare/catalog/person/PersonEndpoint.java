package org.govshare.catalog.person;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.govshare.platform.identity.CurrentUser;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** People, for colleagues of the same department and for the authority. */
@Path("/api/catalog/v1/people")
@Authenticated
class PersonEndpoint {

  private final PersonService people;
  private final CurrentUser user;

  PersonEndpoint(PersonService people, CurrentUser user) {
    this.people = people;
    this.user = user;
  }

  /**
   * A page of people by name.
   *
   * @param department code of a department; only the authority names another than its own
   * @param role a role they hold
   * @param part part of the name
   */
  @GET
  public Uni<Page<PersonView>> list(
      @QueryParam("department") String department,
      @QueryParam("role") String role,
      @QueryParam("q") String part,
      @QueryParam("page") Integer page,
      @QueryParam("size") Integer size) {
    return people.list(user.caller(), department, role, part, PageRequest.of(page, size));
  }
}
