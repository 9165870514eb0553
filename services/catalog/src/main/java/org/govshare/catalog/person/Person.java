package org.govshare.catalog.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who has called, or a system that has, as the last token said. */
@Entity
@Table(name = "person")
public class Person {

  @Id private String name;
  private String department;
  private String[] roles;
  private Instant firstSeen;
  private Instant lastSeen;
  private String email;
  private Instant emailRefusedAt;
  private String emailRefusal;

  /** For the persistence provider. */
  protected Person() {}

  /** User name. */
  public String name() {
    return name;
  }

  /** Code of the department they act for. */
  public Optional<String> department() {
    return Optional.ofNullable(department);
  }

  /** Their roles on the platform. */
  public Set<String> roles() {
    return new TreeSet<>(Arrays.asList(roles));
  }

  /** When they called last, to a few minutes. */
  public Instant lastSeen() {
    return lastSeen;
  }

  /** Address they set themselves. */
  public Optional<String> email() {
    return Optional.ofNullable(email);
  }

  /** When a mail server refused the address for good, or {@code null}. */
  public Instant emailRefusedAt() {
    return emailRefusedAt;
  }

  /** What the mail server said, or {@code null}. */
  public String emailRefusal() {
    return emailRefusal;
  }

  /** Takes another address, or none; what was said of the former one is forgotten. */
  void reachAt(String address) {
    email = address;
    emailRefusedAt = null;
    emailRefusal = null;
  }

  PersonView view() {
    return new PersonView(name, department, roles(), lastSeen);
  }
}
