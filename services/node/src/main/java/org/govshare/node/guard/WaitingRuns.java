package org.govshare.node.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.govshare.node.state.Documents;
import org.govshare.node.state.Json;

/** Channels that stand by, on disk until the centre knows that they may go on. */
final class WaitingRuns {
  private static final String ENDING = ".json";

  private final Documents folder;
  private final Map<UUID, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<UUID> untold = new HashSet<>();

  WaitingRuns(Documents folder) throws IOException {
    this.folder = folder;
    for (String name : folder.names(ENDING)) {
      Waiting kept = Json.read(folder.read(name), Waiting.class);
      waiting.put(kept.command().channelId(), kept);
      untold.add(kept.command().channelId());
    }
  }

  List<Waiting> all() {
    return waiting.values().stream().sorted(Comparator.comparing(Waiting::since)).toList();
  }

  boolean has(UUID channel) {
    return waiting.containsKey(channel);
  }

  synchronized void add(Waiting added) throws IOException {
    UUID channel = added.command().channelId();
    Waiting before = waiting.get(channel);
    boolean same = before != null && before.command().runId().equals(added.command().runId());
    Waiting kept =
        same ? new Waiting(added.command(), added.reason(), added.detail(), before.since()) : added;
    folder.write(channel + ENDING, Json.write(kept).getBytes(StandardCharsets.UTF_8));
    waiting.put(channel, kept);
    untold.add(channel);
  }

  synchronized void forget(UUID channel) throws IOException {
    folder.delete(channel + ENDING);
    waiting.remove(channel);
    untold.remove(channel);
  }

  /** Removes an entry unless another has taken its place. */
  synchronized void forget(Waiting known) throws IOException {
    UUID channel = known.command().channelId();
    if (waiting.get(channel) == known) {
      forget(channel);
    }
  }

  /** One that the centre is to be told of, or null; asking takes it. */
  synchronized Waiting takeUntold() {
    Iterator<UUID> next = untold.iterator();
    if (!next.hasNext()) {
      return null;
    }
    UUID channel = next.next();
    next.remove();
    return waiting.get(channel);
  }

  /** What was taken could not be delivered, or may have been lost on its way. */
  synchronized void tellAgain(UUID channel) {
    if (waiting.containsKey(channel)) {
      untold.add(channel);
    }
  }
}
