package org.govshare.exchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.govshare.exchange.process.ProcessDraft.Edge;
import org.govshare.platform.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class ProcessGraphTest {

  @Test
  void anyGraphWithoutACircleIsPutInOrderAndOneEdgeBackIsRefused() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<UUID> services = new ArrayList<>();
      int size = 2 + random.nextInt(15);
      for (int i = 0; i < size; i++) {
        services.add(UUID.randomUUID());
      }
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i + 1 < size; i++) {
        edges.add(new Edge(services.get(i), services.get(i + 1 + random.nextInt(size - i - 1))));
      }
      List<UUID> shuffled = new ArrayList<>(services);
      Collections.shuffle(shuffled, random);
      ProcessGraph graph = ProcessGraph.of(new ProcessDraft("流程", shuffled, edges));
      assertThat(graph.services())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(services);
      for (Edge edge : edges) {
        assertThat(graph.services().indexOf(edge.before()))
            .as("seed %d", seed)
            .isLessThan(graph.services().indexOf(edge.after()));
      }
      Edge one = edges.get(random.nextInt(edges.size()));
      edges.add(new Edge(one.after(), one.before()));
      assertThatThrownBy(() -> ProcessGraph.of(new ProcessDraft("流程", shuffled, edges)))
          .as("seed %d", seed)
          .isInstanceOf(InvalidInput.class);
    }
  }
}
