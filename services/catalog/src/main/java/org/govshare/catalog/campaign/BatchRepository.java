package org.govshare.catalog.campaign;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Queries on batches. */
@Singleton
class BatchRepository implements PanacheRepositoryBase<CampaignBatch, CampaignBatch.Key> {

  Uni<List<CampaignBatch>> of(Collection<UUID> campaigns) {
    return list("key.campaignId in ?1 order by key.number", campaigns);
  }

  Uni<Void> replace(UUID campaign, List<CampaignBatch> batches) {
    return delete("key.campaignId", campaign).chain(() -> persist(batches));
  }
}
