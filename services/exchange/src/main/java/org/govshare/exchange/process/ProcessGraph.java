package org.govshare.exchange.process;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.govshare.exchange.process.ProcessDraft.Edge;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;

/**
 * Services and the order between them, without a circle.
 *
 * @param services the services, each after those that it waits for
 * @param edges which one waits for which
 */
@RegisterForReflection
public record ProcessGraph(List<UUID> services, List<Edge> edges) {

  private static final int SERVICE_LIMIT = 100;
  private static final int EDGE_LIMIT = 1000;

  /**
   * Checks a draft.
   *
   * @throws InvalidInput with every fault (400)
   */
  static ProcessGraph of(ProcessDraft draft) {
    InputChecks checks = new InputChecks().text("name", draft.name(), 100);
    List<UUID> services = draft.services() == null ? List.of() : draft.services();
    List<Edge> edges = draft.edges() == null ? List.of() : draft.edges();
    checks.that(!services.isEmpty(), "services", "required");
    checks.that(services.size() <= SERVICE_LIMIT, "services", "too-many", SERVICE_LIMIT);
    checks.that(edges.size() <= EDGE_LIMIT, "edges", "too-many", EDGE_LIMIT);
    checks.done();
    Set<UUID> known = new HashSet<>();
    for (int i = 0; i < services.size(); i++) {
      UUID service = services.get(i);
      checks.required("services[" + i + "]", service);
      checks.that(
          service == null || known.add(service), "services[" + i + "]", "duplicate", service);
    }
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      checks.that(
          edge != null && known.contains(edge.before()) && known.contains(edge.after()),
          "edges[" + i + "]",
          "edge-without-service");
    }
    checks.done();
    List<UUID> ordered = ordered(services, edges);
    checks.that(ordered.size() == services.size(), "edges", "circle").done();
    return new ProcessGraph(ordered, List.copyOf(edges));
  }

  /** What can be put in order; less than there is when some wait for each other. */
  private static List<UUID> ordered(List<UUID> services, List<Edge> edges) {
    Set<UUID> waiting = new LinkedHashSet<>(services);
    List<UUID> ordered = new ArrayList<>();
    boolean found = true;
    while (found) {
      List<UUID> free =
          waiting.stream()
              .filter(
                  service ->
                      edges.stream()
                          .noneMatch(
                              edge ->
                                  edge.after().equals(service) && waiting.contains(edge.before())))
              .toList();
      found = !free.isEmpty();
      ordered.addAll(free);
      free.forEach(waiting::remove);
    }
    return List.copyOf(ordered);
  }

  /** Those that must have ended well before a service may begin. */
  List<UUID> before(UUID service) {
    return edges.stream()
        .filter(edge -> edge.after().equals(service))
        .map(Edge::before)
        .filter(Objects::nonNull)
        .toList();
  }
}
