package org.govshare.catalog.proposal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.ItemInput;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceInput;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * How a proposal becomes a draft. What is absent is as proposed; the rules of every entry hold.
 *
 * @param categoryCode needed
 * @param updateFrequency needed
 * @param openType {@code CLOSED} if absent
 * @param formatType the database, may be absent
 * @param items instead of those proposed to be included
 */
@RegisterForReflection
record ProposalAcceptance(
    String name,
    @JsonProperty("abstract") String summary,
    String categoryCode,
    UpdateFrequency updateFrequency,
    OpenType openType,
    String formatType,
    UUID officeId,
    UUID functionId,
    UUID matterId,
    UUID systemId,
    List<ItemInput> items) {

  ResourceInput draftOf(TableProposal proposal, List<ProposedItem> proposed) {
    return new ResourceInput(
        name == null ? proposal.name() : name,
        summary == null ? proposal.summary() : summary,
        categoryCode,
        ResourceFormat.DATABASE,
        DataStructure.STRUCTURED,
        null,
        openType == null ? OpenType.CLOSED : openType,
        updateFrequency,
        SharingMethod.DATABASE,
        proposal.sourceSchema(),
        proposal.sourceTable(),
        proposal.rowCount(),
        items == null
            ? proposed.stream().filter(ProposedItem::included).map(ProposedItem::input).toList()
            : items,
        formatType,
        null,
        null,
        null,
        officeId,
        functionId,
        matterId,
        systemId,
        proposal.campaignId(),
        null,
        null,
        null,
        null);
  }
}
