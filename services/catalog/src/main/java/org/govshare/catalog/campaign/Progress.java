package org.govshare.catalog.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.govshare.platform.reactive.paging.Page;

/**
 * How far a campaign has come.
 *
 * @param steps how many departments are in each step, in the order of the steps
 * @param accepted how many are done
 * @param overdue how many are late with their step
 * @param departments the departments in the order of their batches
 */
@RegisterForReflection
public record Progress(
    List<StepCount> steps, long accepted, long overdue, Page<ParticipantView> departments) {

  /** How many departments are in a step and not done. */
  @RegisterForReflection
  public record StepCount(CampaignStep step, long departments) {}
}
