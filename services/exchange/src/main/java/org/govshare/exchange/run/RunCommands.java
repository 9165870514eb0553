package org.govshare.exchange.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.exchange.schedule.ServiceSchedules;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ExpectedTables;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;

/** What the nodes of a run are told, by the design that the run was started with. */
@Singleton
class RunCommands {

  private final NodeRegistry nodes;
  private final ServiceSchedules schedules;
  private final ResendRepository resends;
  private final ServiceRegistry services;

  RunCommands(
      NodeRegistry nodes,
      ServiceSchedules schedules,
      ResendRepository resends,
      ServiceRegistry services) {
    this.nodes = nodes;
    this.schedules = schedules;
    this.resends = resends;
    this.services = services;
  }

  /** The commands that start it at both ends. */
  record Starts(Announcement toSource, Announcement toTarget) {}

  Uni<Starts> start(Run run, String serviceCode, String domain) {
    Design design = run.design();
    return Uni.combine()
        .all()
        .unis(
            nodes.find(design.source().node()),
            nodes.find(design.target().node()),
            schedules.of(run.serviceId()),
            resends.ofRun(run.id()),
            services.expected(run.serviceId()))
        .usingConcurrencyOf(1)
        .asTuple()
        .map(
            it -> {
              RunLimits limits =
                  new RunLimits(it.getItem3().bytesPerSecond(), it.getItem3().badRowPercent());
              List<RowCondition> bounds = it.getItem4();
              Telling telling =
                  new Telling(run, design, serviceCode, domain, limits, it.getItem5());
              RegisteredNode source = it.getItem1();
              RegisteredNode target = it.getItem2();
              return new Starts(
                  Announcement.toNode(
                      source.code(), ResendOrder.bounded(telling.to(Side.SOURCE, target), bounds)),
                  Announcement.toNode(
                      target.code(), ResendOrder.bounded(telling.to(Side.TARGET, source), bounds)));
            });
  }

  private record Telling(
      Run run,
      Design design,
      String serviceCode,
      String domain,
      RunLimits limits,
      ExpectedTables expected) {

    StartRun to(Side side, RegisteredNode peer) {
      ServiceDraft.Source source = design.source();
      ServiceDraft.Target target = design.target();
      boolean reads = side == Side.SOURCE;
      return new StartRun(
          run.id(),
          run.channelId(),
          run.serviceId(),
          serviceCode,
          domain,
          side,
          run.mode().transfer(),
          design.algorithms(),
          peer.code(),
          peer.signingKey(design.algorithms()),
          peer.agreementKey(design.algorithms()),
          reads ? source.dataSource() : target.dataSource(),
          reads ? source.schema() : target.schema(),
          reads ? source.table() : target.table(),
          design.mapping().stream().map(Design.Column::mapped).toList(),
          source.keyColumns(),
          target.keyColumns(),
          source.watermarkColumn(),
          reads ? design.filter() : List.of(),
          null,
          limits,
          expected.of(side),
          run.anew());
    }
  }
}
