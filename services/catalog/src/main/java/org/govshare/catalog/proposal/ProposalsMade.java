package org.govshare.catalog.proposal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What was made of a script or an inventory.
 *
 * @param proposals the tables put forward, in their order
 * @param ignored statements or tables that concern no catalogue
 * @param skipped statements that could not be read
 */
@RegisterForReflection
public record ProposalsMade(List<ProposalView> proposals, int ignored, int skipped) {}
