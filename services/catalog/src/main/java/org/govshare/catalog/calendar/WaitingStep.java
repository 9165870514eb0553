package org.govshare.catalog.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.govshare.platform.identity.Caller;

/**
 * A step that begins to wait for somebody.
 *
 * @param step kind of step
 * @param objectId the thing it is a step of
 * @param title what people call that thing
 * @param link where the portal shows it, from the root, for example {@code /requests/<id>}
 * @param role role whose holders may take the step
 * @param department their department, or {@code null} if those of any may
 * @param person the one it is meant for, or {@code null}; the others of the role may take it too
 * @param sentBy who sent it here, or {@code null}
 * @param sentFrom that person's department, or {@code null}
 * @param limit what it may take, or {@code null} if it has no limit in working days
 * @param lastDay the day it is due whenever it began, or {@code null}; not beside a limit
 */
public record WaitingStep(
    Step step,
    UUID objectId,
    String title,
    String link,
    String role,
    String department,
    String person,
    String sentBy,
    String sentFrom,
    LimitKind limit,
    LocalDate lastDay) {

  /** Refuses a step that nobody could find or take. */
  public WaitingStep {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(objectId, "objectId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(role, "role");
    if (limit != null && lastDay != null) {
      throw new IllegalArgumentException("A step has a limit or a last day, not both");
    }
  }

  /** A step for the holders of a role in any department, without limit. */
  public static WaitingStep of(Step step, UUID objectId, String title, String link, String role) {
    return new WaitingStep(step, objectId, title, link, role, null, null, null, null, null, null);
  }

  /** The same for one department's. */
  public WaitingStep in(String code) {
    return new WaitingStep(
        step, objectId, title, link, role, code, person, sentBy, sentFrom, limit, lastDay);
  }

  /** The same, meant for one person. */
  public WaitingStep meantFor(String name) {
    return new WaitingStep(
        step, objectId, title, link, role, department, name, sentBy, sentFrom, limit, lastDay);
  }

  /** The same, sent by somebody. */
  public WaitingStep sentBy(Caller caller) {
    return new WaitingStep(
        step,
        objectId,
        title,
        link,
        role,
        department,
        person,
        caller.name(),
        caller.department().orElse(null),
        limit,
        lastDay);
  }

  /** The same with a limit. */
  public WaitingStep within(LimitKind kind) {
    return new WaitingStep(
        step, objectId, title, link, role, department, person, sentBy, sentFrom, kind, null);
  }

  /** The same, due on a day that is fixed. */
  public WaitingStep until(LocalDate day) {
    return new WaitingStep(
        step, objectId, title, link, role, department, person, sentBy, sentFrom, null, day);
  }
}
