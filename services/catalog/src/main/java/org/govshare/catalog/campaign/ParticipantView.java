package org.govshare.catalog.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.platform.version.Versioned;

/**
 * How far a department has come. The revision is the number in its {@code ETag}.
 *
 * @param until last day of its step
 * @param overdue whether that day has passed and the step is not accepted
 * @param work what it has done, counted from what is in the catalogue
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParticipantView(
    DepartmentView department,
    int batch,
    CampaignStep step,
    StepStatus status,
    LocalDate until,
    boolean overdue,
    String reportedBy,
    Instant reportedAt,
    Work work,
    long revision)
    implements Versioned {

  /**
   * What a department has done in a campaign.
   *
   * @param functions 业务职责 it has registered
   * @param systems 信息系统 it has registered
   * @param evidence pieces of evidence
   * @param drafts resources being compiled or returned
   * @param inReview resources before its reviewer
   * @param registered resources that wait for publication
   * @param published resources in the catalogue
   * @param items data items of all of them
   */
  @RegisterForReflection
  public record Work(
      long functions,
      long systems,
      long evidence,
      long drafts,
      long inReview,
      long registered,
      long published,
      long items) {

    static final Work NONE = new Work(0, 0, 0, 0, 0, 0, 0, 0);

    long resources() {
      return drafts + inReview + registered + published;
    }
  }
}
