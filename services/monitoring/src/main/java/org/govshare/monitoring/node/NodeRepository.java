package org.govshare.monitoring.node;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.govshare.platform.reactive.paging.PageRequest;

/** Queries on nodes and their signs of life. */
@Singleton
class NodeRepository implements PanacheRepositoryBase<Node, String> {

  private static final String SEEN =
      """
      insert into node_heartbeat as latest (node, agent_version, seen_at) values (?1, ?2, ?3)
      on conflict (node) do update
      set agent_version = excluded.agent_version, seen_at = excluded.seen_at
      where excluded.seen_at > latest.seen_at
      """;

  private static final String WITH_HEARTBEAT =
      """
      select node.code, node.name, node.department, latest.agent_version, latest.seen_at
      from node left join node_heartbeat latest on latest.node = node.code
      order by node.code
      limit ?1 offset ?2
      """;

  Uni<Void> keep(NodeChanged fact) {
    return findById(fact.node())
        .chain(
            known -> {
              Node node = known == null ? new Node() : known;
              node.code = fact.node();
              node.name = fact.name();
              node.department = fact.department();
              return persist(node);
            })
        .replaceWithVoid();
  }

  /** Notes a sign of life; one that is older than the latest changes nothing. */
  Uni<Void> seen(String node, String agentVersion, Instant at) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(SEEN)
                    .setParameter(1, node)
                    .setParameter(2, agentVersion)
                    .setParameter(3, at.atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** A page of nodes by code. */
  Uni<List<Seen>> withHeartbeat(PageRequest page) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WITH_HEARTBEAT, Tuple.class)
                    .setParameter(1, page.size())
                    .setParameter(2, page.offset())
                    .getResultList())
        .map(rows -> rows.stream().map(NodeRepository::read).toList());
  }

  private static Seen read(Tuple row) {
    OffsetDateTime seen = row.get("seen_at", OffsetDateTime.class);
    return new Seen(
        row.get("code", String.class),
        row.get("name", String.class),
        row.get("department", String.class),
        row.get("agent_version", String.class),
        seen == null ? null : seen.toInstant());
  }

  /**
   * A node and its latest sign of life.
   *
   * @param at when it was seen, or {@code null} if never
   */
  record Seen(String code, String name, String department, String agentVersion, Instant at) {}
}
