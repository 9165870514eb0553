package org.govshare.catalog.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds people. All methods run in the caller's session. */
@Singleton
public class PersonDirectory implements PanacheRepositoryBase<Person, String> {

  PersonDirectory() {}

  /** The person of this name, if they have ever called. */
  public Uni<Optional<Person>> find(String name) {
    return findById(name).map(Optional::ofNullable);
  }

  /** The people of a department who hold a role, by name. */
  public Uni<List<Person>> holding(String department, String role) {
    return matching(new Conditions(Optional.of(department), Optional.of(role), Optional.empty()));
  }

  /** The people of all departments who hold a role, by name. */
  public Uni<List<Person>> holding(String role) {
    return matching(new Conditions(Optional.empty(), Optional.of(role), Optional.empty()));
  }

  /** Those of these names who have ever called. */
  public Uni<List<Person>> named(Collection<String> names) {
    return names.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list("name in ?1 order by name", names);
  }

  /**
   * Sets the address at which a person reads e-mail.
   *
   * @param address {@code null} for none
   * @throws NotFound if the person has never called (404)
   */
  public Uni<Person> reachAt(String name, String address) {
    return findById(name)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("person-not-found", name))
        .invoke(
            person -> {
              if (!Optional.ofNullable(address).equals(person.email())) {
                person.reachAt(address);
              }
            });
  }

  private Uni<List<Person>> matching(Conditions conditions) {
    return Panache.getSession()
        .chain(session -> conditions.on(session, "select *", Person.class).getResultList());
  }

  Uni<Page<Person>> page(
      Optional<String> department, Optional<String> role, Optional<String> part, PageRequest page) {
    Conditions conditions = new Conditions(department, role, part);
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                    conditions.on(session, "select count(*)", Long.class),
                    conditions.on(session, "select *", Person.class),
                    page));
  }

  /** The where clause of a list. */
  private static final class Conditions {

    private final StringBuilder sql = new StringBuilder(" from person where true");
    private final List<Object> parameters = new ArrayList<>();

    Conditions(Optional<String> department, Optional<String> role, Optional<String> part) {
      department.ifPresent(code -> add(" and department = ", code, ""));
      role.ifPresent(name -> add(" and ", name, " = any(roles)"));
      part.ifPresent(
          text -> add(" and strpos(lower(name), ", text.toLowerCase(Locale.ROOT), ") > 0"));
    }

    private void add(String before, String value, String after) {
      parameters.add(value);
      sql.append(before).append('?').append(parameters.size()).append(after);
    }

    <T> Mutiny.SelectionQuery<T> on(Mutiny.Session session, String select, Class<T> type) {
      String order = type == Person.class ? " order by name" : "";
      Mutiny.SelectionQuery<T> query = session.createNativeQuery(select + sql + order, type);
      for (int i = 0; i < parameters.size(); i++) {
        query.setParameter(i + 1, parameters.get(i));
      }
      return query;
    }
  }
}
