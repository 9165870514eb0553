package org.govshare.catalog.person;

import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Shows people to their colleagues and to the authority. */
@Singleton
class PersonService {

  private static final int QUERY_LIMIT = 100;

  private final PersonDirectory people;

  PersonService(PersonDirectory people) {
    this.people = people;
  }

  @WithSession
  Uni<Page<PersonView>> list(
      Caller caller, String department, String role, String part, PageRequest page) {
    new InputChecks()
        .optionalText("department", department, QUERY_LIMIT)
        .optionalText("role", role, QUERY_LIMIT)
        .optionalText("q", part, QUERY_LIMIT)
        .done();
    return people
        .page(confined(caller, department), Optional.ofNullable(role), given(part), page)
        .map(found -> found.map(Person::view));
  }

  private static Optional<String> confined(Caller caller, String department) {
    if (caller.hasRole(CATALOG_PUBLISHER, SHARING_REVIEWER)) {
      return Optional.ofNullable(department);
    }
    String own = caller.requireAnyDepartment();
    if (department != null) {
      caller.requireDepartment(department);
    }
    return Optional.of(own);
  }

  private static Optional<String> given(String part) {
    return Optional.ofNullable(part).map(String::strip).filter(text -> !text.isEmpty());
  }
}
