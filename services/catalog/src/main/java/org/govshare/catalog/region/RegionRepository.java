package org.govshare.catalog.region;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.govshare.catalog.reference.Conditions;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on regions. */
@Singleton
public class RegionRepository implements PanacheRepositoryBase<Region, String> {

  RegionRepository() {}

  /**
   * Refuses a code under which nothing new may be filed.
   *
   * @param code may be absent
   * @throws InvalidInput naming the field, if there is no such region or it is abolished (400)
   */
  public Uni<Void> checkOpen(String field, String code) {
    if (code == null) {
      return Uni.createFrom().voidItem();
    }
    return findById(code)
        .invoke(
            region -> {
              if (region == null) {
                throw new InvalidInput(field, "unknown-region", code);
              }
              if (region.abolished()) {
                throw new InvalidInput(field, "abolished-region", code);
              }
            })
        .replaceWithVoid();
  }

  Uni<Region> existing(String code) {
    return findById(code).onItem().ifNull().failWith(() -> new NotFound("region-not-found", code));
  }

  Uni<Region> locked(String code) {
    return findById(code, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("region-not-found", code));
  }

  /** Writers of the division wait for each other: what one checks, another must not change. */
  Uni<Void> lockAll() {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("lock table region in share row exclusive mode")
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Page<Region>> page(Conditions conditions, PageRequest page) {
    return count(conditions.text(), conditions.values())
        .chain(
            total ->
                find(conditions.text() + " order by code", conditions.values())
                    .range(page.offset(), page.offset() + page.size() - 1)
                    .list()
                    .map((List<Region> found) -> Page.of(found, total, page)));
  }

  /** The regions whose codes begin so, down to a level, in the order of their codes. */
  Uni<List<Region>> within(String prefix, List<RegionLevel> levels) {
    return list("code like ?1 and level in ?2 order by code", prefix + "%", levels);
  }

  Uni<List<Region>> known(List<String> codes) {
    return list("code in ?1", codes);
  }
}
