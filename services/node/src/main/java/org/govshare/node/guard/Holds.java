package org.govshare.node.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.govshare.node.state.Documents;
import org.govshare.node.state.Json;

/** The holds of a node, on its disk. Changed by one thread at a time, read by any. */
final class Holds {
  private static final String FILE = "holds.json";

  private final Documents folder;
  private volatile List<Hold> all;

  private record Kept(List<Hold> holds) {}

  Holds(Documents folder) throws IOException {
    this.folder = folder;
    byte[] kept = folder.read(FILE);
    this.all = kept == null ? List.of() : List.copyOf(Json.read(kept, Kept.class).holds());
  }

  List<Hold> all() {
    return all;
  }

  /** Adds a hold in place of one on the same. */
  void add(Hold hold) throws IOException {
    List<Hold> changed = new ArrayList<>(all);
    changed.removeIf(it -> it.is(hold.kind(), hold.name()));
    changed.add(hold);
    keep(changed);
  }

  /** Removes a hold; whether there was one. */
  boolean lift(Hold.Kind kind, String name) throws IOException {
    List<Hold> changed = new ArrayList<>(all);
    if (!changed.removeIf(it -> it.is(kind, name))) {
      return false;
    }
    keep(changed);
    return true;
  }

  private void keep(List<Hold> changed) throws IOException {
    folder.write(FILE, Json.write(new Kept(changed)).getBytes(StandardCharsets.UTF_8));
    all = List.copyOf(changed);
  }
}
