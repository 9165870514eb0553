package org.govshare.exchange.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.grant.GrantService;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.exchange.order.Orders;
import org.govshare.exchange.schedule.ServiceSchedules;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ExpectedTables;
import org.govshare.exchange.service.Mode;
import org.govshare.exchange.service.ServiceDraft;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.problem.Conflict;
import org.govshare.protocol.control.AgentAbility;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.SealedForNode;

/** What the nodes of a run are told, by the design that the run was started with. */
@Singleton
class RunCommands {

  private final NodeRegistry nodes;
  private final ServiceSchedules schedules;
  private final ResendRepository resends;
  private final ReplayCommands replays;
  private final ServiceRegistry services;
  private final GrantService grants;
  private final Leases leases;
  private final Orders orders;

  RunCommands(
      NodeRegistry nodes,
      ServiceSchedules schedules,
      ResendRepository resends,
      ReplayCommands replays,
      ServiceRegistry services,
      GrantService grants,
      Leases leases,
      Orders orders) {
    this.nodes = nodes;
    this.schedules = schedules;
    this.resends = resends;
    this.replays = replays;
    this.services = services;
    this.grants = grants;
    this.leases = leases;
    this.orders = orders;
  }

  /**
   * The commands that start a channel at both ends.
   *
   * @param part the run's part in the channel
   * @param toSource what makes the source begin; as long as a replay's keys are missing it is the
   *     target that is told
   * @param toTarget what makes the target ready
   */
  record Starts(RunChannel part, Announcement toSource, Announcement toTarget) {}

  /** The commands that start those channels of a run that have not ended. */
  Uni<List<Starts>> start(Run run, List<RunChannel> parts, String serviceCode, String domain) {
    return start(
        run, parts.stream().filter(it -> it.state().live()).toList(), parts, serviceCode, domain);
  }

  /** The commands that start one channel of a run. */
  Uni<Starts> start(
      Run run, RunChannel part, List<RunChannel> all, String serviceCode, String domain) {
    return start(run, List.of(part), all, serviceCode, domain).map(List::getFirst);
  }

  private Uni<List<Starts>> start(
      Run run, List<RunChannel> live, List<RunChannel> parts, String serviceCode, String domain) {
    return schedules
        .of(run.serviceId())
        .chain(
            settings -> {
              RunLimits limits =
                  new RunLimits(
                      share(settings.bytesPerSecond(), parts.size()), settings.badRowPercent());
              return Uni.combine()
                  .all()
                  .unis(
                      nodes.find(run.design().source().node()),
                      resends.findById(run.id()),
                      replays.of(run.id()),
                      services.expected(run.serviceId()),
                      services
                          .existing(run.serviceId())
                          .chain(service -> grants.find(service.grantId())))
                  .usingConcurrencyOf(1)
                  .asTuple()
                  .chain(
                      it ->
                          starts(
                              new Order(
                                  run,
                                  parts,
                                  serviceCode,
                                  domain,
                                  limits,
                                  it.getItem1(),
                                  it.getItem2(),
                                  it.getItem3(),
                                  it.getItem4(),
                                  it.getItem5()),
                              live));
            });
  }

  /** What the commands of a run's channels have in common. */
  private record Order(
      Run run,
      List<RunChannel> all,
      String serviceCode,
      String domain,
      RunLimits limits,
      RegisteredNode source,
      Resend resend,
      ReplayCommands.Known replay,
      ExpectedTables expected,
      GrantView grant) {

    private StartRun resent(StartRun command) {
      SealedForNode keys = resend == null ? null : resend.sealed(source, command.suite());
      if (command.mode() == TransferMode.CAPTURE) {
        CaptureOrder order = CaptureOrder.of(all.stream().map(RunChannel::channelId).toList());
        return command.capturing(resend == null ? order : resend.within(order, keys));
      }
      if (resend == null) {
        return command;
      }
      return keys == null ? command.resending(resend.conditions()) : command.resending(keys);
    }
  }

  private Uni<List<Starts>> starts(Order order, List<RunChannel> live) {
    return Multi.createFrom()
        .iterable(live)
        .onItem()
        .transformToUniAndConcatenate(
            part ->
                nodes
                    .find(order.run().node(Side.TARGET, part))
                    .map(target -> starts(order, part, target)))
        .collect()
        .asList();
  }

  private Starts starts(Order order, RunChannel part, RegisteredNode target) {
    Telling telling =
        new Telling(
            order.run(),
            part,
            order.all(),
            order.serviceCode(),
            order.domain(),
            order.limits(),
            order.expected(),
            order.grant() == null ? null : order.grant().id());
    RegisteredNode source = order.source();
    Announcement toSource = told(order, part, source, telling.to(Side.SOURCE, target));
    return new Starts(
        part,
        ReplayCommands.waits(order.replay(), part)
            ? orders.underGrant(
                order.run().serviceId(),
                order.grant(),
                target,
                ReplayCommands.asking(order.replay(), order.run(), part, order.all(), source))
            : toSource,
        told(order, part, target, telling.to(Side.TARGET, source)));
  }

  /** No agent is told what it would do by half. */
  private Announcement told(Order order, RunChannel part, RegisteredNode node, StartRun whole) {
    StartRun command = ReplayCommands.replaying(order.replay(), part, order.resent(whole));
    List<AgentAbility> missing = node.missing(command);
    if (!missing.isEmpty()) {
      throw new Conflict("agent-too-old", node.code(), missing);
    }
    return Announcement.toNode(node.code(), leases.leased(command, node.code(), order.grant()));
  }

  /** Channels share what the run may send; the schedule's bound is one for the run. */
  private static Long share(Long bytesPerSecond, int channels) {
    return bytesPerSecond == null ? null : Math.max(1, bytesPerSecond / channels);
  }

  private record Telling(
      Run run,
      RunChannel part,
      List<RunChannel> all,
      String serviceCode,
      String domain,
      RunLimits limits,
      ExpectedTables expected,
      UUID grant) {

    StartRun to(Side side, RegisteredNode peer) {
      Design design = run.design();
      ServiceDraft.Source source = design.source();
      ServiceDraft.Target target = design.allTargets().get(part.targetNumber() - 1);
      boolean reads = side == Side.SOURCE;
      return new StartRun(
          run.id(),
          part.channelId(),
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
          // Where the whole content is replaced, there is nothing that a row could be parked for.
          design.replacing() ? new RunLimits(limits.bytesPerSecond(), null) : limits,
          reads ? expected.source() : expected.at(target, part.targetNumber()),
          run.anew() || part.anew() && run.mode() == Mode.CAPTURE,
          part.lane(all),
          part.restarts(),
          grant,
          null,
          null,
          null,
          design.replacing(),
          reads ? source.behind() : null);
    }
  }
}
