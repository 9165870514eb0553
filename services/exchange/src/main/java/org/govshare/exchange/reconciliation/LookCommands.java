package org.govshare.exchange.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.order.Orders;
import org.govshare.exchange.run.RunReader.KnownRun;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.DigestLook;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.reconciliation.Comparison;

/** What the nodes of a reconciliation are asked, by the design of its run. */
@Singleton
class LookCommands {

  private final NodeRegistry nodes;
  private final ServiceRegistry services;
  private final Orders orders;
  private final Announcements announcements;

  LookCommands(
      NodeRegistry nodes, ServiceRegistry services, Orders orders, Announcements announcements) {
    this.nodes = nodes;
    this.services = services;
    this.orders = orders;
    this.announcements = announcements;
  }

  /** Asks ends for the look that a reconciliation stands at. */
  Uni<Void> look(Reconciliation reconciliation, KnownRun run, List<Side> sides) {
    Design design = run.design();
    ServiceDraft.Target target = target(design, reconciliation);
    return services
        .existing(run.serviceId())
        .chain(
            service ->
                nodes
                    .find(design.source().node())
                    .chain(
                        source ->
                            nodes
                                .find(target.node())
                                .chain(
                                    receiver -> {
                                      List<Announcement> told = new ArrayList<>();
                                      for (Side side : sides) {
                                        boolean reads = side == Side.SOURCE;
                                        told.add(
                                            Announcement.toNode(
                                                reads ? source.code() : receiver.code(),
                                                whole(reconciliation, design, side)
                                                    .looking(
                                                        look(
                                                            reconciliation,
                                                            design,
                                                            service.mode().transfer(),
                                                            side,
                                                            (reads ? receiver : source)
                                                                .agreementKey(CryptoSuite.INTL)))));
                                      }
                                      return orders
                                          .underGrant(service, told)
                                          .chain(announcements::append);
                                    })));
  }

  /** Asks an end to sum its whole table. */
  Uni<Void> whole(Reconciliation reconciliation, KnownRun run, Side side) {
    Design design = run.design();
    Announcement told =
        Announcement.toNode(
            side == Side.SOURCE ? design.source().node() : target(design, reconciliation).node(),
            whole(reconciliation, design, side));
    return services
        .existing(run.serviceId())
        .chain(service -> orders.underGrant(service, List.of(told)))
        .chain(announcements::append);
  }

  static ServiceDraft.Target target(Design design, Reconciliation reconciliation) {
    return design.allTargets().get(reconciliation.targetNumber() - 1);
  }

  private static DigestLook look(
      Reconciliation reconciliation,
      Design design,
      TransferMode mode,
      Side side,
      String peerAgreementKey) {
    Comparison stands = reconciliation.comparison();
    BaseRun base = reconciliation.base();
    return new DigestLook(
        stands.number(),
        reconciliation.serviceId(),
        mode,
        base.run(),
        base.channels(),
        side == Side.SOURCE
            ? design.source().keyColumns()
            : target(design, reconciliation).keyColumns(),
        design.source().watermarkColumn(),
        peerAgreementKey,
        stands.bits(),
        stands.withinBits(),
        stands.within(),
        stands.rows(),
        stands.keys());
  }

  private static ComputeDigest whole(Reconciliation reconciliation, Design design, Side side) {
    UUID id = reconciliation.id();
    if (side == Side.SOURCE) {
      return new ComputeDigest(
          id,
          reconciliation.runId(),
          Side.SOURCE,
          design.source().dataSource(),
          design.source().schema(),
          design.source().table(),
          design.mapping().stream()
              .map(it -> new DigestColumn(it.sourceColumn(), it.targetType(), it.steps()))
              .toList(),
          design.filter(),
          reconciliation.salt());
    }
    ServiceDraft.Target target = target(design, reconciliation);
    return new ComputeDigest(
        id,
        reconciliation.runId(),
        Side.TARGET,
        target.dataSource(),
        target.schema(),
        target.table(),
        design.mapping().stream()
            .map(it -> new DigestColumn(it.targetColumn(), it.targetType(), List.of()))
            .toList(),
        List.of(),
        reconciliation.salt());
  }
}
