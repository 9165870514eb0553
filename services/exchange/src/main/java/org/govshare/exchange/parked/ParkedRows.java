package org.govshare.exchange.parked;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.order.Orders;
import org.govshare.exchange.run.RunReader;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.exchange.service.ServiceView;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;

/** What is known here of rows that did not fit, and giving them up. */
@Singleton
public class ParkedRows {

  private final ParkedReportRepository reports;
  private final ParkedOrderRepository orders;
  private final ServiceRegistry services;
  private final RunReader runs;
  private final Orders signing;
  private final Announcements announcements;
  private final Clock clock;

  ParkedRows(
      ParkedReportRepository reports,
      ParkedOrderRepository orders,
      ServiceRegistry services,
      RunReader runs,
      Orders signing,
      Announcements announcements,
      Clock clock) {
    this.reports = reports;
    this.orders = orders;
    this.services = services;
    this.runs = runs;
    this.signing = signing;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Takes a target's report, in the caller's transaction.
   *
   * @throws IllegalArgumentException if the node is no target of the service
   */
  public Uni<Void> reported(String node, ParkedRowsReported report) {
    if (report.serviceId() == null) {
      throw new IllegalArgumentException("a report of parked rows without a service");
    }
    if (report.groups().size() > ParkedRowsReported.GROUPS) {
      throw new IllegalArgumentException("a report of more groups than may be");
    }
    return runs.targetOf(report.serviceId(), node)
        .invoke(
            target -> {
              if (!target) {
                throw new IllegalArgumentException(
                    node + " is no target of service " + report.serviceId());
              }
            })
        .chain(() -> reports.locked(report.serviceId(), node))
        .chain(
            found -> {
              ParkedReport kept =
                  found == null ? new ParkedReport(report.serviceId(), node) : found;
              kept.take(report);
              return found == null ? reports.persist(kept) : Uni.createFrom().item(kept);
            })
        .replaceWithVoid();
  }

  @WithSession
  Uni<ParkedRowsView> ofService(Caller caller, UUID serviceId) {
    return visible(caller, serviceId).chain(service -> shown(serviceId, group -> true));
  }

  @WithSession
  Uni<ParkedRowsView> ofRun(Caller caller, UUID runId) {
    return runs.known(caller, runId)
        .chain(run -> shown(run.serviceId(), group -> group.runId().equals(runId)));
  }

  private Uni<ServiceView> visible(Caller caller, UUID serviceId) {
    Scope scope = Scope.of(caller);
    return services
        .existing(serviceId)
        .invoke(service -> scope.require(service.sourceDepartment(), service.targetDepartment()));
  }

  private Uni<ParkedRowsView> shown(UUID serviceId, Predicate<ParkedGroup> wanted) {
    return reports
        .ofService(serviceId)
        .map(
            found -> {
              Instant latest = null;
              List<ParkedRowsView.RowGroup> groups = new ArrayList<>();
              for (ParkedReport report : found) {
                String node = report.node();
                report.groups().stream()
                    .filter(wanted)
                    .forEach(group -> groups.add(ParkedRowsView.RowGroup.of(node, group)));
                latest =
                    latest == null || report.reportedAt().isAfter(latest)
                        ? report.reportedAt()
                        : latest;
              }
              return ParkedRowsView.of(latest, groups);
            });
  }

  @WithSession
  Uni<Page<ParkedOrderView>> orders(Caller caller, UUID serviceId, PageRequest request) {
    return visible(caller, serviceId).chain(() -> orders.page(serviceId, request));
  }

  /** Gives rows up, at every target of the service. */
  @WithTransaction
  Uni<ParkedOrderView> discard(Caller caller, UUID serviceId, Discarding order) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    order.check();
    return visible(caller, serviceId)
        .chain(
            service ->
                shown(serviceId, group -> chosen(order, group))
                    .chain(
                        rows -> {
                          if (rows.waiting() == 0) {
                            throw new Conflict("nothing-parked", service.code());
                          }
                          return keep(caller, service, order, rows);
                        }));
  }

  /**
   * Checks that rows wait that are to be tried again.
   *
   * @throws Conflict if none does (409)
   */
  Uni<Void> requireWaiting(ServiceView service, ReplayOrder order) {
    return shown(service.id(), group -> chosen(order, group))
        .invoke(
            rows -> {
              if (rows.waiting() == 0) {
                throw new Conflict("nothing-parked", service.code());
              }
            })
        .replaceWithVoid();
  }

  private static boolean chosen(ReplayOrder order, ParkedGroup group) {
    return (order.runId() == null || order.runId().equals(group.runId()))
        && (order.reason() == null || order.reason().equals(group.reason()))
        && (order.constraint() == null || order.constraint().equals(group.constraint()));
  }

  private static boolean chosen(Discarding order, ParkedGroup group) {
    return (order.runId() == null || order.runId().equals(group.runId()))
        && (order.reason() == null || order.reason().equals(group.reason()));
  }

  private Uni<ParkedOrderView> keep(
      Caller caller, ServiceView service, Discarding order, ParkedRowsView rows) {
    ParkedOrder kept =
        new ParkedOrder(service.id(), order, rows.waiting(), caller.name(), clock.instant());
    Set<String> nodes =
        rows.groups().stream().map(ParkedRowsView.RowGroup::node).collect(Collectors.toSet());
    List<Announcement> told =
        service.design().allTargets().stream()
            .filter(target -> nodes.contains(target.node()))
            .map(target -> Announcement.toNode(target.node(), command(kept, target, order)))
            .toList();
    return orders
        .persist(kept)
        .chain(() -> signing.received(service, told))
        .chain(announcements::append)
        .replaceWith(kept::view);
  }

  private static DiscardParked command(
      ParkedOrder kept, ServiceDraft.Target target, Discarding order) {
    return new DiscardParked(
        kept.id(),
        kept.serviceId(),
        target.dataSource(),
        target.schema(),
        target.table(),
        order.runId(),
        order.reason());
  }
}
