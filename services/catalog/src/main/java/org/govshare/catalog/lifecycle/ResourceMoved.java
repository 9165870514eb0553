package org.govshare.catalog.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.difference.VersionDifference;
import org.govshare.platform.identity.Caller;

/**
 * One step taken with one resource or, by a bulk action, with several.
 *
 * @param action the step
 * @param to state they are in now
 * @param actor who took it
 * @param remark why, or {@code null}
 * @param at when
 * @param resources what was moved, at least one
 */
public record ResourceMoved(
    TransitionAction action,
    ResourceState to,
    Caller actor,
    String remark,
    Instant at,
    List<Moved> resources) {

  /**
   * One of them.
   *
   * @param id this version
   * @param seriesId what all its versions share
   * @param version number of this version
   * @param identifier its identifier, {@code null} if it was never published
   * @param name its name
   * @param departmentCode department that provides it
   * @param authoredBy who began it
   * @param editedBy who wrote it last
   * @param from state it was in before
   * @param difference from the version published before, when this one is published; else {@code
   *     null}
   */
  public record Moved(
      UUID id,
      UUID seriesId,
      int version,
      String identifier,
      String name,
      String departmentCode,
      String authoredBy,
      String editedBy,
      ResourceState from,
      VersionDifference difference) {

    static Moved of(
        InformationResource resource, ResourceState from, VersionDifference difference) {
      return new Moved(
          resource.id(),
          resource.seriesId(),
          resource.version(),
          resource.identifier(),
          resource.name(),
          resource.departmentCode(),
          resource.authoredBy(),
          resource.editedBy(),
          from,
          difference);
    }
  }
}
