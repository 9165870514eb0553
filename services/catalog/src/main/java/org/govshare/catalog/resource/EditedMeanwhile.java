package org.govshare.catalog.resource;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.govshare.catalog.resource.difference.EditConflict;
import org.govshare.platform.version.StaleVersion;

/** Somebody else has changed the resource meanwhile; says what and who (412). */
class EditedMeanwhile extends StaleVersion {

  private static final long serialVersionUID = 1L;

  EditedMeanwhile(long expected, InformationResource present, List<EditConflict> conflicts) {
    super(expected, present.revision());
    with("current", Current.of(present));
    with("difference", conflicts);
  }

  /**
   * The present state of the resource.
   *
   * @param revision the version to name when writing on top of it
   * @param state where it stands
   * @param editedBy who wrote it last
   * @param updatedAt when it was changed last
   */
  @RegisterForReflection
  record Current(long revision, ResourceState state, String editedBy, Instant updatedAt) {

    static Current of(InformationResource present) {
      return new Current(
          present.revision(), present.state(), present.editedBy(), present.updatedAt());
    }
  }
}
