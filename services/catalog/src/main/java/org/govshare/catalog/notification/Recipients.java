package org.govshare.catalog.notification;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * To whom a notice goes: people by name, and whoever holds a role. A person named twice gets it
 * once.
 *
 * @param people user names
 * @param holders holders of roles
 */
public record Recipients(Set<String> people, Set<Holder> holders) {

  public Recipients {
    people = Set.copyOf(people);
    holders = Set.copyOf(holders);
  }

  /**
   * Whoever holds a role.
   *
   * @param department code of the department in which they hold it, {@code null} for any
   * @param role one of {@link org.govshare.platform.identity.Roles}
   */
  public record Holder(String department, String role) {

    public Holder {
      Objects.requireNonNull(role, "role");
    }
  }

  /** One person. */
  public static Recipients person(String name) {
    return people(Set.of(name));
  }

  /** These people. */
  public static Recipients people(Set<String> names) {
    return new Recipients(names, Set.of());
  }

  /** Whoever holds a role in a department. */
  public static Recipients role(String department, String role) {
    Objects.requireNonNull(department, "department");
    return new Recipients(Set.of(), Set.of(new Holder(department, role)));
  }

  /** Whoever holds a role in any department. */
  public static Recipients role(String role) {
    return new Recipients(Set.of(), Set.of(new Holder(null, role)));
  }

  /** These and others. */
  public Recipients and(Recipients others) {
    Set<String> allPeople = new HashSet<>(people);
    allPeople.addAll(others.people);
    Set<Holder> allHolders = new HashSet<>(holders);
    allHolders.addAll(others.holders);
    return new Recipients(allPeople, allHolders);
  }

  boolean none() {
    return people.isEmpty() && holders.isEmpty();
  }
}
