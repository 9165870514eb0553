package org.govshare.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.govshare.catalog.CatalogTest;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.search.Highlighter;
import org.govshare.catalog.search.SearchItem;
import org.govshare.catalog.search.SearchRow;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.reactive.paging.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random parts of random texts: what LIKE finds in the texts as they were written, the
 * search finds too; and it finds exactly what LIKE finds in their normal form, or, for words that
 * may be initials, in those of their pinyin.
 */
@QuarkusTest
class AgreesWithLikeTest extends CatalogTest {

  private static final long SEED = 20_170_601;
  private static final int RESOURCES = 300;
  private static final int QUERIES = 4_000;
  private static final int PAGE = 20;
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final int[] ALPHABET =
      ("企业登记信息表法人代ＡＢ１２①㈱％％__\\\\''\"\"|&!:*()-é\u0301\u0323e\u0308が\uFDFA𠮷𠀀😀👨\u200D👩"
              + "\n\r\n\t \u3000\u00A0\u2028ﬁſİß")
          .codePoints()
          .toArray();

  private static final String RESOURCE =
      """
      insert into information_resource (id, series_id, version, name, summary, keywords,
        department_code, category_code, format, data_structure, sharing_type, open_type,
        update_frequency, sharing_method, row_count, item_count, state, authored_by, edited_by,
        created_at, updated_at, revision)
      values ($1, $1, 1, $2, $3, $4, 'like', '010201', 'DATABASE', 'STRUCTURED', 'UNCONDITIONAL',
        'OPEN', 'DAILY', 'DATABASE', 0, 1, 'DRAFT', 'test', 'test', now(), now(), 0)
      """;

  private static final String ITEM =
      """
      insert into data_item (id, resource_id, position, name, field_name, data_type, sharing_type,
        open_type, sharing_method, update_frequency, description)
      values (gen_random_uuid(), $1, 0, $2, $3, 'N', 'UNCONDITIONAL', 'OPEN', 'DATABASE', 'DAILY',
        $4)
      """;

  private static final String TEXT =
      """
      insert into resource_text (resource_id, name, keywords, items, other, name_initials,
        initials, tokens)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private static final String AS_WRITTEN =
      """
      select r.id from information_resource r join data_item i on i.resource_id = r.id
      where r.department_code = 'like' and (r.name like $1 or r.summary like $1
        or r.keywords[1] like $1 or i.name like $1 or i.field_name like $1 or i.description like $1)
      """;

  @Inject Pool database;
  @Inject ResourceFinder finder;
  @Inject MemoryFinder memory;

  private final Random random = new Random(SEED);
  private final List<String> written = new ArrayList<>();

  @BeforeEach
  void fill() {
    // A department of its own keeps what other tests write out of the comparison; each test after
    // the first finds it there (400).
    post(PUBLISHER, "/departments", "{\"code\":\"like\",\"name\":\"比较用部门\",\"kind\":\"OTHER\"}")
        .then()
        .statusCode(anyOf(is(201), is(400)));
    database
        .query("delete from information_resource where department_code = 'like'")
        .execute()
        .await()
        .atMost(LONG);
    for (int i = 0; i < RESOURCES; i++) {
      List<String> texts = new ArrayList<>();
      for (int field = 0; field < 6; field++) {
        texts.add(text(2 + random.nextInt(18)));
      }
      written.addAll(texts);
      write(UUID.randomUUID(), texts);
    }
  }

  private void write(UUID id, List<String> texts) {
    SearchRow row =
        SearchRow.of(
            texts.get(0),
            texts.get(1),
            List.of(texts.get(2)),
            List.of(new SearchItem(texts.get(3), texts.get(4), texts.get(5))));
    run(RESOURCE, id, texts.get(0), texts.get(1), new String[] {texts.get(2)});
    run(ITEM, id, texts.get(3), texts.get(4), texts.get(5));
    Integer[] tokens = Arrays.stream(row.tokens()).boxed().toArray(Integer[]::new);
    run(
        TEXT,
        id,
        row.name(),
        row.keywords(),
        row.items(),
        row.other(),
        row.nameInitials(),
        row.initials(),
        tokens);
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }

  @Test
  void nothingThatLikeWouldFindIsMissed() {
    int compared = 0;
    for (int i = 0; i < QUERIES; i++) {
      int[] text = written.get(random.nextInt(written.size())).codePoints().toArray();
      int from = random.nextInt(text.length - 1);
      int length = 2 + random.nextInt(Math.min(8, text.length - from - 1));
      String part = new String(text, from, length);
      List<String> words = SearchText.words(part).stream().distinct().toList();
      if (words.isEmpty()) {
        continue;
      }
      Set<UUID> found = found(words);
      String which = "seed " + SEED + ", query " + i + ": '" + part + "'";

      assertThat(found).as(which).containsAll(ids(AS_WRITTEN, SearchText.likePattern(part)));
      assertThat(found).as(which).isEqualTo(normalForm(words));
      compared++;
    }
    assertThat(compared).isGreaterThan(QUERIES * 9 / 10);
  }

  @Test
  void whatIsRememberedIsWhatTheDatabaseFinds() {
    // The memory is read in the background when the service starts.
    await(() -> remembered(List.of(), first()).isPresent());
    int compared = 0;
    for (int i = 0; i < QUERIES; i++) {
      int[] text = written.get(random.nextInt(written.size())).codePoints().toArray();
      int from = random.nextInt(text.length - 1);
      int length = 2 + random.nextInt(Math.min(6, text.length - from - 1));
      List<String> words =
          i == 0
              ? List.of()
              : SearchText.words(new String(text, from, length)).stream().distinct().toList();
      Slice slice = first();
      while (slice != null) {
        Optional<Found> answer = remembered(words, slice);
        if (answer.isEmpty()) {
          break;
        }
        Found known = answer.get();
        Found read = finder.find(query(words), filter(), slice).await().atMost(LONG);
        String which = "seed " + SEED + ", query " + i + ": " + words + " " + slice;
        assertThat(places(known)).as(which).isEqualTo(places(read));
        assertThat(groups(known)).as(which).isEqualTo(groups(read));
        assertThat(known.rows().stream().map(FoundResource::items).toList())
            .as(which)
            .isEqualTo(read.rows().stream().map(FoundResource::items).toList());
        compared++;
        slice = after(known);
      }
      if (i % 40 == 0) {
        // What changes meanwhile is remembered too.
        rewrite();
      }
    }
    assertThat(compared).isGreaterThan(QUERIES / 2);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private Optional<Found> remembered(List<String> words, Slice slice) {
    return memory.find(query(words), filter(), slice).await().atMost(LONG);
  }

  private static Slice first() {
    return new Slice(new PageRequest(0, PAGE), Optional.empty());
  }

  private static Slice after(Found page) {
    return page.rows().size() <= PAGE
        ? null
        : new Slice(new PageRequest(0, PAGE), Optional.of(page.rows().get(PAGE - 1).position()));
  }

  private static List<Position> places(Found found) {
    return found.rows().stream().map(FoundResource::position).toList();
  }

  private static Map<Long, List<Long>> groups(Found found) {
    Map<Long, List<Long>> groups = new TreeMap<>();
    for (int i = 0; i < found.facets().length; i++) {
      groups.put(found.facets()[i], List.of(found.found()[i], found.dated()[i]));
    }
    return groups;
  }

  /** Deletes one of the resources, changes the facets of another, and writes one anew. */
  private void rewrite() {
    run("delete from information_resource where id = $1", anyId());
    run("update information_resource set sharing_type = 'CONDITIONAL' where id = $1", anyId());
    List<String> texts = new ArrayList<>();
    for (int field = 0; field < 6; field++) {
      texts.add(written.get(random.nextInt(written.size())));
    }
    write(UUID.randomUUID(), texts);
  }

  private UUID anyId() {
    return ids(
            "select id from information_resource where department_code = 'like'"
                + " order by md5(concat(id, cast($1 as text))) limit 1",
            String.valueOf(random.nextInt()))
        .iterator()
        .next();
  }

  @Test
  void whoHasNotSeenWhatIsForgottenReadsEverythingAgain() {
    await(() -> remembered(List.of(), first()).isPresent());
    run("update search_horizon set forgotten = pg_current_xact_id()");
    run("insert into search_change (resource_id) values (gen_random_uuid())");
    Optional<Found> late = remembered(List.of(), first());
    assertThat(late).isEmpty();
    await(() -> remembered(List.of(), first()).isPresent());
  }

  @Test
  void afterManyAtOnceEverythingIsReadAgain() {
    await(() -> remembered(List.of(), first()).isPresent());
    run("insert into search_change default values");
    Optional<Found> late = remembered(List.of(), first());
    assertThat(late).isEmpty();
    await(() -> remembered(List.of(), first()).isPresent());
  }

  private Set<UUID> found(List<String> words) {
    ResourceQuery query = query(words);
    Set<UUID> found = new TreeSet<>();
    Slice slice = new Slice(new PageRequest(0, 100), Optional.empty());
    while (true) {
      Found page = finder.find(query, filter(), slice).await().atMost(LONG);
      page.rows().stream().limit(100).forEach(row -> add(found, row));
      if (page.rows().size() <= 100) {
        return found;
      }
      slice = new Slice(new PageRequest(0, 100), Optional.of(page.rows().get(99).position()));
    }
  }

  private static FacetFilter filter() {
    BitSet draft = new BitSet();
    draft.set(Facet.code(ResourceState.DRAFT));
    Map<Facet, BitSet> wanted = new EnumMap<>(Facet.class);
    wanted.put(Facet.STATE, draft);
    return new FacetFilter(wanted, draft, 0);
  }

  private static ResourceQuery query(List<String> words) {
    return new ResourceQuery(
        words,
        Set.of(ResourceState.DRAFT),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        new DateRange(null, null));
  }

  private static void add(Set<UUID> found, FoundResource row) {
    if (row.departmentCode().equals("like")) {
      found.add(row.id());
    }
  }

  private Set<UUID> normalForm(List<String> words) {
    StringBuilder sql =
        new StringBuilder(
            "select t.resource_id from resource_text t join information_resource r"
                + " on r.id = t.resource_id where r.department_code = 'like'");
    Object[] patterns = new Object[words.size()];
    for (int i = 0; i < words.size(); i++) {
      patterns[i] = SearchText.likePattern(words.get(i));
      String initials =
          Highlighter.mayBeInitials(words.get(i)) ? ", t.name_initials, t.initials" : "";
      sql.append(" and concat_ws(chr(10), t.name, t.keywords, t.items, t.other");
      sql.append(initials).append(") like $").append(i + 1);
    }
    return ids(sql.toString(), patterns);
  }

  private Set<UUID> ids(String sql, Object... parameters) {
    Set<UUID> ids = new TreeSet<>();
    for (Row row : run(sql, parameters)) {
      ids.add(row.getUUID(0));
    }
    return ids;
  }

  private Iterable<Row> run(String sql, Object... parameters) {
    return database.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(LONG);
  }
}
