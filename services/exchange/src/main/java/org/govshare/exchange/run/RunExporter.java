package org.govshare.exchange.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Writes the history of runs, as far as a query narrows it, as a table; page after page. */
@Singleton
class RunExporter {

  private static final int PIECE = 100;

  /** No more runs than these are in one table. */
  static final int LIMIT = 10_000;

  private final RunReader reader;
  private final RunTable table;

  RunExporter(RunReader reader, RunTable table) {
    this.reader = reader;
    this.table = table;
  }

  /**
   * What a table begins with, so that what is wrong with the query is said before it.
   *
   * @param caller who asks
   * @param query for what
   * @param language in which language
   * @param first the first runs
   */
  record Start(Caller caller, RunQuery query, Locale language, Page<RunView> first) {}

  Uni<Start> start(Caller caller, RunQuery query, Locale language) {
    return page(caller, query, 0).map(first -> new Start(caller, query, language, first));
  }

  private Uni<Page<RunView>> page(Caller caller, RunQuery query, int number) {
    return reader.list(caller, query, PageRequest.of(number, PIECE));
  }

  /** The whole table, in pieces of many rows. */
  Multi<String> pieces(Start start) {
    // A run that begins meanwhile moves the others down: those at the end of a page come again.
    Set<UUID> written = new HashSet<>();
    AtomicInteger number = new AtomicInteger();
    Multi<List<RunView>> others =
        Multi.createBy()
            .repeating()
            .uni(
                () ->
                    page(start.caller(), start.query(), number.incrementAndGet()).map(Page::items))
            .whilst(found -> found.size() == PIECE && (number.get() + 1) * PIECE < LIMIT);
    Multi<List<RunView>> all = Multi.createFrom().item(start.first().items());
    if (start.first().total() > PIECE) {
      all = Multi.createBy().concatenating().streams(all, others);
    }
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(table.head(start.language())),
            all.map(found -> found.stream().filter(run -> written.add(run.id())).toList())
                .filter(found -> !found.isEmpty())
                .map(found -> table.rows(found, start.language())));
  }
}
