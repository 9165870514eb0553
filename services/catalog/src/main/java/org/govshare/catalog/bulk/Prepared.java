package org.govshare.catalog.bulk;

import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.bulk.reading.KnownResource;
import org.govshare.catalog.resource.ImportedResource;

/** A resource that is to be written now, with what it goes on with. */
final class Prepared {

  private final StagedResource staged;
  private final KnownResource continued;
  private final int version;
  private String identifier;
  private Instant publishedAt;

  /**
   * @param continued the resource that it goes on with, or {@code null}
   * @param version its number among the versions of that one
   */
  Prepared(StagedResource staged, KnownResource continued, int version) {
    this.staged = staged;
    this.continued = continued;
    this.version = version;
  }

  StagedResource staged() {
    return staged;
  }

  ImportedResource resource() {
    return staged.resource();
  }

  KnownResource continued() {
    return continued;
  }

  UUID series() {
    return continued == null ? resource().id() : continued.series();
  }

  int version() {
    return version;
  }

  /** Whether it is to be reviewed as the next version of what is in the catalogue. */
  boolean isNextVersion() {
    return continued != null && continued.published() != null;
  }

  void publishAs(String allotted, Instant when) {
    identifier = allotted;
    publishedAt = when;
  }

  boolean isPublished() {
    return identifier != null;
  }

  ImportedResource.Entry entry(Batch batch, Instant now) {
    return new ImportedResource.Entry(
        series(),
        version,
        identifier,
        publishedAt,
        batch.owner(),
        batch.id(),
        batch.campaign(),
        now);
  }
}
