package org.govshare.exchange.service;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.domain.DomainService;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Designing exchange services and looking at them. */
@Singleton
class ServiceDesigner {

  private final ServiceRepository services;
  private final ServiceVersions versions;
  private final DomainService domains;
  private final NodeRegistry nodes;
  private final GrantService grants;
  private final Announcements announcements;
  private final Clock clock;

  ServiceDesigner(
      ServiceRepository services,
      ServiceVersions versions,
      DomainService domains,
      NodeRegistry nodes,
      GrantService grants,
      Announcements announcements,
      Clock clock) {
    this.services = services;
    this.versions = versions;
    this.domains = domains;
    this.nodes = nodes;
    this.grants = grants;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<ServiceSummary>> list(
      Caller caller, String domain, String state, String text, PageRequest request) {
    ServiceFilter filter = ServiceFilter.of(Scope.of(caller).department(), domain, state, text);
    return services.page(filter, request).map(page -> page.map(ExchangeService::summary));
  }

  @WithSession
  Uni<ServiceView> get(Caller caller, UUID id) {
    Scope scope = Scope.of(caller);
    return services
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("service-not-found", id))
        .invoke(found -> scope.require(found.sourceDepartment(), found.targetDepartment()))
        .map(ExchangeService::view);
  }

  @WithTransaction
  Uni<ServiceView> create(Caller caller, ServiceDraft draft) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER);
    ExchangeService made =
        new ExchangeService(UUID.randomUUID(), draft.code(), caller.name(), clock.instant());
    return services
        .codeTaken(draft.code())
        .chain(taken -> design(made, draft, taken))
        .chain(() -> services.persistAndFlush(made))
        .chain(() -> versions.keep(made, draft, null, caller))
        .chain(() -> announced(made));
  }

  @WithTransaction
  Uni<ServiceView> change(Caller caller, UUID id, ServiceDraft draft, ExpectedVersion expected) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER);
    return services
        .locked(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("service-not-found", id))
        .chain(
            found -> {
              expected.check(found.version());
              if (draft.code() != null && !draft.code().equals(found.code())) {
                throw new InvalidInput("code", "cannot-change", found.code());
              }
              return redesign(caller, found, draft, null);
            });
  }

  /** Puts a former design in force again, as a new version, if it still keeps the rules. */
  @WithTransaction
  Uni<ServiceView> restore(Caller caller, UUID id, int number, ExpectedVersion expected) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER);
    return services
        .locked(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("service-not-found", id))
        .invoke(found -> expected.check(found.version()))
        .chain(
            found -> {
              if (number == found.designVersion()) {
                throw new Conflict("version-current", number);
              }
              return versions
                  .existing(id, number)
                  .chain(former -> redesign(caller, found, former.design(), number));
            });
  }

  private Uni<ServiceView> redesign(
      Caller caller, ExchangeService service, ServiceDraft draft, Integer restoredFrom) {
    return design(service, draft, false)
        .chain(() -> versions.keep(service, draft, restoredFrom, caller))
        .chain(() -> announced(service));
  }

  private Uni<ServiceView> announced(ExchangeService service) {
    return services
        .flush()
        .chain(
            () -> {
              ServiceView view = service.view();
              return announcements.append(view.changed()).replaceWith(view);
            });
  }

  private Uni<Void> design(ExchangeService service, ServiceDraft draft, boolean codeTaken) {
    return contexts(service.id(), draft, codeTaken)
        .invoke(
            contexts -> {
              Design checked = TargetRules.check(draft, contexts);
              service.design(draft, contexts.getFirst().grant(), checked, clock.instant());
              service.expect(
                  ExpectedTables.of(
                      checked,
                      contexts.getFirst().sourceTable(),
                      contexts.stream().map(DesignContext::targetTable).toList()));
            })
        .replaceWithVoid();
  }

  /** What the draft names, once for each of its targets, at least once. */
  private Uni<List<DesignContext>> contexts(UUID service, ServiceDraft draft, boolean codeTaken) {
    List<ServiceDraft.Target> targets = draft.allTargets();
    return context(draft, codeTaken)
        .chain(
            first ->
                Multi.createFrom()
                    .range(0, Math.max(1, targets.size()))
                    .onItem()
                    .transformToUniAndConcatenate(
                        i ->
                            i == 0
                                ? withTarget(service, first, draft, draft.target())
                                : withTarget(service, first, draft, targets.get(i)))
                    .collect()
                    .asList());
  }

  private Uni<DesignContext> context(ServiceDraft draft, boolean codeTaken) {
    ServiceDraft.Source source = draft.source();
    return found(draft.domain(), domains::exists)
        .map(exists -> DesignContext.of(codeTaken, Boolean.TRUE.equals(exists)))
        .chain(it -> found(draft.grantId(), grants::find).map(it::with))
        .chain(it -> found(source == null ? null : source.node(), nodes::find).map(it::withSource))
        .chain(
            it ->
                found(source, s -> nodes.table(s.node(), s.dataSource(), s.schema(), s.table()))
                    .map(it::withSourceTable));
  }

  private Uni<DesignContext> withTarget(
      UUID service, DesignContext context, ServiceDraft draft, ServiceDraft.Target target) {
    return found(target == null ? null : target.node(), nodes::find)
        .map(context::withTarget)
        .chain(
            it ->
                found(target, t -> nodes.table(t.node(), t.dataSource(), t.schema(), t.table()))
                    .map(it::withTargetTable))
        .chain(it -> services.neighbours(service, draft.source(), target).map(it::with));
  }

  private static <K, V> Uni<V> found(K key, Function<K, Uni<V>> query) {
    return key == null ? Uni.createFrom().nullItem() : query.apply(key);
  }
}
