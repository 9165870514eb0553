package org.govshare.exchange.node;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.protocol.control.ReportInventory;

/** Rules of the nodes, as their callers meet them. */
@Singleton
class NodeService {

  private final NodeRepository nodes;
  private final InventoryRepository inventory;
  private final Announcements announcements;
  private final NodeRegistration registration;

  NodeService(
      NodeRepository nodes,
      InventoryRepository inventory,
      Announcements announcements,
      NodeRegistration registration) {
    this.nodes = nodes;
    this.inventory = inventory;
    this.announcements = announcements;
    this.registration = registration;
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
   * registration in its place must name the version seen.
   */
  @WithTransaction
  Uni<NodeRegistration.Registered> register(
      Caller caller, String code, RegisterNode input, String ifMatch) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    input.check(code);
    return registration.put(caller, code, input, ifMatch);
  }

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
