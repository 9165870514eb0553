package org.govshare.catalog.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.resource.Census;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * One version of a resource with all its core metadata (发改高技〔2017〕1272号), as every format writes
 * it.
 *
 * @param categories from the top of the classification (类) down to where it is filed
 * @param theme code of the European data-theme table
 * @param formatType code of the concrete format, as OFD or MySQL
 * @param formatLabel how the concrete format is written
 * @param related codes of related resources
 * @param standards what the data elements and code tables of its items come from
 * @param origin what it comes from within its department
 * @param sourceTable schema and table that its data lie in
 * @param rowCount 结构化记录总数
 * @param firstPublishedAt when the first version of its series was published
 */
public record CatalogueEntry(
    UUID id,
    UUID seriesId,
    int version,
    Optional<String> identifier,
    ResourceState state,
    String name,
    String summary,
    Provider provider,
    List<Filing> categories,
    String theme,
    ResourceFormat format,
    Optional<String> formatType,
    Optional<String> formatLabel,
    DataStructure dataStructure,
    SharingType sharingType,
    SharingMethod sharingMethod,
    OpenType openType,
    Optional<String> openCondition,
    UpdateFrequency updateFrequency,
    List<String> keywords,
    List<String> related,
    List<Standard> standards,
    Origin origin,
    Optional<String> sourceTable,
    long rowCount,
    Census census,
    List<EntryItem> items,
    Instant updatedAt,
    Optional<Instant> publishedAt,
    Optional<Instant> firstPublishedAt,
    Optional<Instant> dataUpdatedAt) {

  public CatalogueEntry {
    Objects.requireNonNull(id, "id");
    categories = List.copyOf(categories);
    keywords = List.copyOf(keywords);
    related = List.copyOf(related);
    standards = List.copyOf(standards);
    items = List.copyOf(items);
  }

  /** The category it is filed under. */
  public Filing category() {
    return categories.get(categories.size() - 1);
  }

  /**
   * Who provides a resource.
   *
   * @param region where it is competent
   * @param contact office or post that answers for it
   */
  public record Provider(
      String code,
      String name,
      Optional<Filing> region,
      Optional<String> contact,
      Optional<String> phone,
      Optional<String> email) {}

  /**
   * What a resource comes from within its department.
   *
   * @param office 处室 that keeps it
   * @param function 业务职责 that it comes from
   */
  public record Origin(Optional<String> office, Optional<String> function) {}

  /** A node of the classification, or of the regions. */
  public record Filing(String code, String name) {}

  /** A standard of the library. */
  public record Standard(UUID id, String number, String title) {}
}
