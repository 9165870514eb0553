package org.govshare.exchange.node;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.announcement.NodeChanged;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.ExpectedVersion;
import org.govshare.protocol.control.KeysChanged;
import org.govshare.protocol.control.ReportInventory;

/**
 * Puts nodes into the register. A node that is new here, or has new keys, is asked for its tables:
 * what it said before nobody could check.
 */
@Singleton
public class NodeRegistration {

  private final NodeRepository nodes;
  private final FormerKeyRepository formerKeys;
  private final Announcements announcements;
  private final Clock clock;

  NodeRegistration(
      NodeRepository nodes,
      FormerKeyRepository formerKeys,
      Announcements announcements,
      Clock clock) {
    this.nodes = nodes;
    this.formerKeys = formerKeys;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Result of a registration. */
  record Registered(NodeView node, boolean created) {}

  /** Registers a node or gives it new keys, in the caller's transaction. */
  public Uni<Void> put(Caller caller, String code, RegisterNode input) {
    return free(code, input).chain(node -> write(caller, code, input, node)).replaceWithVoid();
  }

  /** The same, but changes only what was seen as it is. */
  Uni<Registered> put(Caller caller, String code, RegisterNode input, String ifMatch) {
    return free(code, input)
        .chain(
            node -> {
              if (node != null && node.isAs(input)) {
                return Uni.createFrom().item(new Registered(node.view(), false));
              }
              if (node != null) {
                ExpectedVersion.of(ifMatch).check(node.version());
              }
              return write(caller, code, input, node);
            });
  }

  /**
   * Gives a node the keys that it has made itself, in the caller's transaction. Unlike keys that
   * were lost, those before count on for what was signed with them.
   *
   * @throws IllegalArgumentException if a key is none
   */
  public Uni<Void> change(String code, KeysChanged change) {
    return nodes
        .locked(code)
        .chain(
            node -> {
              RegisteredNode before = node.registered();
              RegisterNode input =
                  new RegisterNode(
                      before.name(),
                      before.department(),
                      change.signingKey(),
                      change.agreementKey(),
                      change.gmSigningKey(),
                      change.gmAgreementKey());
              try {
                input.check(code);
              } catch (InvalidInput malformed) {
                throw new IllegalArgumentException("a key of node " + code + " is none");
              }
              return free(code, input)
                  .chain(() -> formerKeys.persist(new StoredFormerKey(before, clock.instant())))
                  .invoke(() -> node.register(input, "node." + code, clock.instant()));
            })
        .chain(nodes::flush);
  }

  private Uni<Node> free(String code, RegisterNode input) {
    return nodes
        .holdsKey(input.keyId(), input.gmKeyId(), code)
        .invoke(
            taken -> {
              if (taken) {
                throw new Conflict("key-taken", input.keyId());
              }
            })
        .chain(() -> nodes.locked(code));
  }

  private Uni<Registered> write(Caller caller, String code, RegisterNode input, Node before) {
    Node node = before == null ? new Node(code) : before;
    boolean other = before != null && !before.registered().keyId().equals(input.keyId());
    node.register(input, caller.name(), clock.instant());
    return (before == null ? nodes.persist(node) : Uni.createFrom().item(node))
        .call(() -> other ? formerKeys.forget(code) : Uni.createFrom().voidItem())
        .chain(nodes::flush)
        .chain(
            () ->
                announcements.append(
                    List.of(
                        Announcement.toMonitoring(
                            new NodeChanged(code, input.name(), input.department())),
                        Announcement.toNode(code, new ReportInventory()))))
        .replaceWith(() -> new Registered(node.view(), before == null));
  }
}
