package org.govshare.exchange.grant;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Keeps the copies of grants. */
@Singleton
public class GrantService {

  private static final int BATCH = 50;

  private final GrantRepository grants;
  private final Clock clock;

  GrantService(GrantRepository grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<GrantView>> list(Caller caller, PageRequest request) {
    requireReader(caller);
    return grants
        .page(request)
        .chain(
            items ->
                grants
                    .count()
                    .map(
                        total ->
                            Page.of(items, total, request)
                                .map(grant -> grant.view(clock.instant()))));
  }

  @WithSession
  Uni<GrantView> get(Caller caller, UUID id) {
    requireReader(caller);
    return find(id).onItem().ifNull().failWith(() -> new NotFound("grant-not-found", id));
  }

  private static void requireReader(Caller caller) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR);
  }

  /** A grant as it stands now, or {@code null} if there is none. */
  @WithSession
  public Uni<GrantView> find(UUID id) {
    return grants.findById(id).map(found -> found == null ? null : found.view(clock.instant()));
  }

  /**
   * A grant that is in force.
   *
   * @throws Conflict if it is not, or there is none (409)
   */
  @WithSession
  public Uni<GrantView> active(UUID id) {
    return find(id)
        .invoke(
            grant -> {
              if (grant == null || !grant.active()) {
                throw new Conflict("grant-ended");
              }
            });
  }

  /** Keeps a new grant; in the caller's transaction. One that is here already stays as it is. */
  public Uni<Void> given(GrantGiven fact) {
    return grants
        .findById(fact.grantId())
        .chain(
            found ->
                found == null
                    ? grants.persist(new Grant(fact)).replaceWithVoid()
                    : Uni.createFrom().voidItem());
  }

  /**
   * Ends a grant in the caller's transaction.
   *
   * @return whether it was in force until now
   */
  public Uni<Boolean> revoked(GrantRevoked fact) {
    return grants
        .locked(fact.grantId())
        .map(
            grant -> {
              if (grant == null || grant.state() == GrantState.REVOKED) {
                return false;
              }
              grant.end(GrantState.REVOKED, fact.revokedAt(), fact.reason());
              return true;
            });
  }

  /** Grants in force whose time has run out, the oldest first; a bounded number. */
  @WithSession
  public Uni<List<UUID>> ranOut() {
    return grants.ranOut(clock.instant(), BATCH);
  }

  /**
   * Ends a grant whose time has run out, in the caller's transaction.
   *
   * @return whether it was in force until now
   */
  public Uni<Boolean> expire(UUID id) {
    return grants
        .locked(id)
        .map(
            grant -> {
              if (grant == null || grant.state() != GrantState.ACTIVE) {
                return false;
              }
              grant.end(GrantState.EXPIRED, clock.instant(), null);
              return true;
            });
  }
}
