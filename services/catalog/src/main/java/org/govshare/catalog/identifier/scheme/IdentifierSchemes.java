package org.govshare.catalog.identifier.scheme;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;

/** Keeps the scheme of the identifiers. */
@Singleton
public class IdentifierSchemes {

  private static final int EXAMPLES = 3;
  private static final int MISFITS_SHOWN = 100;

  private final SchemeRepository repository;
  private final List<SegmentCodes> codes;
  private final ProblemTexts texts;
  private final Clock clock;

  IdentifierSchemes(
      SchemeRepository repository, @All List<SegmentCodes> codes, ProblemTexts texts, Clock clock) {
    this.repository = repository;
    this.codes = codes;
    this.texts = texts;
    this.clock = clock;
  }

  /** The scheme that holds, with all codes there are; needs a session of the database. */
  public Uni<IdentifierScheme> current() {
    return repository
        .current()
        .chain(
            scheme ->
                known().map(all -> IdentifierScheme.of(scheme.revision(), scheme.segments(), all)));
  }

  private Uni<Map<SegmentSource, Set<String>>> known() {
    return Multi.createFrom()
        .iterable(codes)
        .onItem()
        .transformToUniAndConcatenate(of -> of.all().map(all -> Map.entry(of.source(), all)))
        .collect()
        .in(
            () -> new EnumMap<>(SegmentSource.class),
            (Map<SegmentSource, Set<String>> all, Map.Entry<SegmentSource, Set<String>> of) ->
                all.put(of.getKey(), of.getValue()));
  }

  @WithSession
  Uni<SchemeView> read() {
    return repository.current();
  }

  @WithSession
  Uni<Page<SchemeView>> history(PageRequest page) {
    return repository.page(page);
  }

  /** What a scheme would mean, without changing anything. */
  @WithSession
  Uni<SchemePreview> preview(Caller caller, SchemeInput input, Locale language) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    input.check();
    return known()
        .chain(
            all ->
                repository
                    .allottedPrefixes()
                    .map(
                        allotted ->
                            preview(
                                IdentifierScheme.of(0, input.segments(), all),
                                all,
                                allotted,
                                language)));
  }

  private SchemePreview preview(
      IdentifierScheme scheme,
      Map<SegmentSource, Set<String>> known,
      List<AllottedPrefix> allotted,
      Locale language) {
    long fitting = 0;
    long notFitting = 0;
    List<SchemePreview.Misfit> misfits = new ArrayList<>();
    for (AllottedPrefix prefix : allotted) {
      IdentifierCheck check = scheme.check(prefix.example());
      if (check.isValid()) {
        fitting += prefix.count();
        continue;
      }
      notFitting += prefix.count();
      if (misfits.size() < MISFITS_SHOWN) {
        String reason = texts.text(language, "field." + check.reason().get(), check.arguments());
        misfits.add(
            new SchemePreview.Misfit(prefix.prefix(), prefix.count(), prefix.example(), reason));
      }
    }
    return new SchemePreview(
        scheme.segments(), examples(scheme.segments(), known), fitting, notFitting, misfits);
  }

  private static List<String> examples(
      List<Segment> segments, Map<SegmentSource, Set<String>> known) {
    List<String> examples = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      StringBuilder prefix = new StringBuilder();
      for (Segment segment : segments) {
        List<String> codes =
            Optional.ofNullable(known.get(segment.source())).map(segment::among).stream()
                .flatMap(Set::stream)
                .sorted()
                .toList();
        String zeros = "0".repeat(segment.digits());
        prefix.append(
            segment.source() == SegmentSource.CONSTANT
                ? segment.constant()
                : codes.isEmpty() ? zeros : codes.get(i % codes.size()));
      }
      examples.add(IdentifierScheme.identifier(prefix.toString(), i + 1));
    }
    return examples;
  }

  /** Puts another scheme in force. Identifiers already allotted keep theirs. */
  @WithTransaction
  Uni<SchemeView> change(Caller caller, ExpectedVersion expected, SchemeInput input) {
    caller.requireRole(Roles.CATALOG_PUBLISHER);
    input.check();
    return repository
        .lock()
        .chain(repository::current)
        .invoke(held -> expected.check(held.revision()))
        .chain(
            held ->
                repository.put(
                    new SchemeView(
                        held.revision() + 1,
                        input.segments(),
                        input.remark(),
                        caller.name(),
                        clock.instant())));
  }
}
