package org.govshare.exchange.node;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.announcement.NodeChanged;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.govshare.protocol.control.ReportInventory;

/** Rules of the nodes, as their callers meet them. */
@Singleton
class NodeService {

  private final NodeRepository nodes;
  private final InventoryRepository inventory;
  private final Announcements announcements;
  private final Clock clock;

  NodeService(
      NodeRepository nodes,
      InventoryRepository inventory,
      Announcements announcements,
      Clock clock) {
    this.nodes = nodes;
    this.inventory = inventory;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<NodeView>> list(Caller caller, PageRequest request) {
    Optional<String> department = Scope.of(caller).department();
    return nodes
        .page(department, request)
        .chain(
            items ->
                nodes
                    .size(department)
                    .map(total -> Page.of(items, total, request).map(Node::view)));
  }

  @WithSession
  Uni<NodeView> get(Caller caller, String code) {
    Scope scope = Scope.of(caller);
    return existing(code)
        .invoke(node -> scope.require(node.department(), node.department()))
        .map(Node::view);
  }

  /**
   * Registers a node or changes it. Registering it again as it is changes nothing; another
   * registration in its place must name the version seen. A node that is new here is asked for its
   * tables, because what it said before nobody could check.
   */
  @WithTransaction
  Uni<Registration> register(Caller caller, String code, RegisterNode input, String ifMatch) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    input.check(code);
    return nodes
        .holdsKey(input.keyId(), input.gmKeyId(), code)
        .invoke(
            taken -> {
              if (taken) {
                throw new Conflict("key-taken", input.keyId());
              }
            })
        .chain(() -> nodes.locked(code))
        .chain(
            node -> {
              if (node == null) {
                Node made = new Node(code);
                made.register(input, caller.name(), clock.instant());
                return nodes.persist(made).chain(() -> announce(made, input, true));
              }
              if (node.isAs(input)) {
                return Uni.createFrom().item(new Registration(node.view(), false));
              }
              ExpectedVersion.of(ifMatch).check(node.version());
              node.register(input, caller.name(), clock.instant());
              return announce(node, input, false);
            });
  }

  private Uni<Registration> announce(Node node, RegisterNode input, boolean created) {
    return nodes
        .flush()
        .chain(
            () ->
                announcements.append(
                    List.of(
                        Announcement.toMonitoring(
                            new NodeChanged(node.code(), input.name(), input.department())),
                        Announcement.toNode(node.code(), new ReportInventory()))))
        .map(done -> new Registration(node.view(), created));
  }

  /** Result of a registration. */
  record Registration(NodeView node, boolean created) {}

  /** The tables that a node opens; its department's editors make catalogue entries of them. */
  @WithSession
  Uni<Page<OpenTable>> tables(Caller caller, String code, PageRequest request) {
    caller.requireRole(
        Roles.EXCHANGE_DESIGNER,
        Roles.EXCHANGE_OPERATOR,
        Roles.NODE_OPERATOR,
        Roles.CATALOG_EDITOR);
    return existing(code)
        .invoke(node -> requireSightOf(caller, node))
        .chain(() -> inventory.page(code, request))
        .chain(
            items ->
                inventory
                    .size(code)
                    .map(total -> Page.of(items, total, request).map(StoredTable::open)));
  }

  @WithTransaction
  Uni<Void> askForInventory(Caller caller, String code) {
    caller.requireRole(Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR, Roles.NODE_OPERATOR);
    return existing(code)
        .invoke(node -> requireSightOf(caller, node))
        .chain(() -> announcements.append(Announcement.toNode(code, new ReportInventory())));
  }

  private static void requireSightOf(Caller caller, Node node) {
    if (!caller.hasRole(Roles.EXCHANGE_DESIGNER, Roles.EXCHANGE_OPERATOR)) {
      caller.requireDepartment(node.department());
    }
  }

  private Uni<Node> existing(String code) {
    return nodes
        .findById(code)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("node-not-found", code));
  }
}
