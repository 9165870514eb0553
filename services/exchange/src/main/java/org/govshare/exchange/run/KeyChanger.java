package org.govshare.exchange.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.node.NodeRegistration;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.problem.Conflict;
import org.govshare.protocol.control.AgentAbility;
import org.govshare.protocol.control.KeysChanged;
import org.govshare.protocol.control.KeysTaken;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.crypto.PublicKeys;
import org.jboss.logging.Logger;

/**
 * Takes the keys that a node has made in the place of its own, also while it takes part in runs:
 * the nodes at their other ends are told the same runs with the new keys, under new leases, and
 * open the channels again.
 */
@Singleton
public class KeyChanger {

  private static final Logger LOG = Logger.getLogger(KeyChanger.class);

  private final NodeRegistry nodes;
  private final NodeRegistration registration;
  private final RunRepository runs;
  private final RunChannelRepository parts;
  private final RunCommands commands;
  private final ServiceRegistry services;
  private final Announcements announcements;

  KeyChanger(
      NodeRegistry nodes,
      NodeRegistration registration,
      RunRepository runs,
      RunChannelRepository parts,
      RunCommands commands,
      ServiceRegistry services,
      Announcements announcements) {
    this.nodes = nodes;
    this.registration = registration;
    this.runs = runs;
    this.parts = parts;
    this.commands = commands;
    this.services = services;
    this.announcements = announcements;
  }

  private record Live(Run run, List<RunChannel> parts) {

    /** The nodes that must get on with other keys of a node in mid-run. */
    private Stream<String> peers(String node) {
      return parts.stream()
          .filter(part -> part.state().live())
          .flatMap(
              part ->
                  Stream.of(Side.values())
                      .filter(side -> run.node(side, part).equals(node))
                      .map(side -> run.node(side == Side.SOURCE ? Side.TARGET : Side.SOURCE, part)))
          .distinct();
    }
  }

  /**
   * Takes a node's new keys, in the caller's transaction. The node asks until it hears that they
   * are taken; while an agent at another end is too old, it does not.
   *
   * @throws IllegalArgumentException if the node does not hold the key, or a key is none
   */
  public Uni<Void> change(String node, KeysChanged change) {
    if (!change.proven(node)) {
      throw new IllegalArgumentException("node " + node + " does not hold the key it names");
    }
    String keyId = PublicKeys.fingerprint(PublicKeys.signingKey(change.signingKey())).toString();
    return nodes
        .find(node)
        .chain(
            known ->
                known.keyId().equals(keyId)
                    ? taken(node, keyId, List.of())
                    : live(node).chain(live -> change(node, keyId, change, live)));
  }

  private Uni<List<Live>> live(String node) {
    return runs.liveOf(node)
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .onItem()
        .transformToUniAndConcatenate(
            id ->
                runs.locked(id).chain(run -> parts.of(id).map(channels -> new Live(run, channels))))
        .filter(it -> it.run().state().live())
        .collect()
        .asList();
  }

  private Uni<Void> change(String node, String keyId, KeysChanged change, List<Live> live) {
    List<String> peers = live.stream().flatMap(run -> run.peers(node)).distinct().toList();
    return Multi.createFrom()
        .iterable(peers)
        .onItem()
        .transformToUniAndConcatenate(nodes::find)
        .filter(peer -> !peer.can(AgentAbility.KEY_CHANGES))
        .collect()
        .asList()
        .chain(
            older -> {
              if (!older.isEmpty()) {
                LOG.warnf(
                    "Node %s changes its keys once node %s has a later agent, or no run with it",
                    node, older.getFirst().code());
                return Uni.createFrom().voidItem();
              }
              return registration
                  .change(node, change)
                  .onFailure(Conflict.class)
                  .transform(
                      taken -> new IllegalArgumentException("another node has a key of " + node))
                  .chain(() -> toldAgain(node, live))
                  .chain(told -> taken(node, keyId, told));
            });
  }

  /** The commands of runs under way that name the node's keys. */
  private Uni<List<Announcement>> toldAgain(String node, List<Live> live) {
    return Multi.createFrom()
        .iterable(live)
        .onItem()
        .transformToUniAndConcatenate(
            it ->
                services
                    .existing(it.run().serviceId())
                    .chain(
                        service ->
                            commands.start(it.run(), it.parts(), service.code(), service.domain()))
                    .map(starts -> naming(node, it.run(), starts)))
        .collect()
        .in(ArrayList::new, List::addAll);
  }

  // A source that is paused would go on; it gets the keys when it is to.
  private static List<Announcement> naming(String node, Run run, List<RunCommands.Starts> starts) {
    return starts.stream()
        .flatMap(each -> Stream.of(each.toSource(), each.toTarget()))
        .filter(
            it ->
                it.body() instanceof StartRun command
                    && command.peerNode().equals(node)
                    && (command.side() == Side.TARGET || run.state() != RunPhase.PAUSED))
        .toList();
  }

  private Uni<Void> taken(String node, String keyId, List<Announcement> others) {
    List<Announcement> told = new ArrayList<>();
    told.add(Announcement.toNode(node, new KeysTaken(keyId)));
    told.addAll(others);
    return announcements.append(told);
  }
}
