package org.govshare.catalog.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.govshare.catalog.job.JobView;
import org.govshare.platform.version.Versioned;

/**
 * An import.
 *
 * @param id identity
 * @param fileName as it was sent
 * @param fileSize in bytes
 * @param owner who sent it
 * @param department department of who sent it
 * @param state where it stands
 * @param sheet the sheet that was read, absent until it is found
 * @param counts what was found and done
 * @param faultCounts how often each fault occurs, the most frequent first; absent in lists
 * @param mode what is imported, absent before that was ordered
 * @param as what imported resources become, likewise
 * @param approval what a take-over rests on
 * @param campaignId campaign that what is imported belongs to
 * @param fileKept whether the workbook is kept still: without it nothing more can be imported and
 *     it cannot be had back
 * @param createdAt when it was sent
 * @param updatedAt when it last changed
 * @param job the job that works on it or did so last, absent if it is not kept any more
 * @param revision version for If-Match
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
    UUID id,
    String fileName,
    long fileSize,
    String owner,
    String department,
    ImportState state,
    String sheet,
    Counts counts,
    List<FaultCount> faultCounts,
    ImportMode mode,
    ImportTarget as,
    String approval,
    UUID campaignId,
    boolean fileKept,
    Instant createdAt,
    Instant updatedAt,
    JobView job,
    long revision)
    implements Versioned {

  /**
   * What was found and done, in numbers of resources if not said otherwise.
   *
   * @param resources in the workbook
   * @param items their data items
   * @param good with which nothing is wrong
   * @param faulty with which something is
   * @param faults all that is wrong
   * @param created new in the catalogue
   * @param updated of which the draft of a new version was made
   * @param unchanged that say what the catalogue says already
   * @param refused at the import itself, because the catalogue had changed since the check
   * @param removed when it was undone
   * @param kept when it was undone, because somebody had worked on them
   */
  @RegisterForReflection
  @Schema(name = "ImportCounts")
  public record Counts(
      int resources,
      long items,
      int good,
      int faulty,
      long faults,
      int created,
      int updated,
      int unchanged,
      int refused,
      int removed,
      int kept) {}
}
