package org.govshare.catalog.lifecycle.identifier;

import static org.govshare.platform.identity.Roles.CATALOG_EDITOR;
import static org.govshare.platform.identity.Roles.CATALOG_PUBLISHER;
import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.identifier.scheme.IdentifierCheck;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.identifier.scheme.IdentifierSchemes;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.problem.ProblemTexts;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Looks identifiers up, checks them, and finds those that collide. */
@Singleton
class IdentifierService {

  private final IdentifierSchemes schemes;
  private final CollisionRepository collisions;
  private final ResourceRepository resources;
  private final ProblemTexts texts;

  IdentifierService(
      IdentifierSchemes schemes,
      CollisionRepository collisions,
      ResourceRepository resources,
      ProblemTexts texts) {
    this.schemes = schemes;
    this.collisions = collisions;
    this.resources = resources;
    this.texts = texts;
  }

  /** Checks identifiers as somebody wrote them. */
  @WithSession
  Uni<List<CodeCheck>> check(Caller caller, CodesInput input, Locale language) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
    input.check();
    return schemes
        .current()
        .chain(
            scheme ->
                collisions
                    .taken(input.identifiers().stream().filter(Objects::nonNull).toList())
                    .map(Set::copyOf)
                    .map(
                        taken ->
                            input.identifiers().stream()
                                .map(code -> check(scheme, code, taken, language))
                                .toList()));
  }

  private CodeCheck check(
      IdentifierScheme scheme, String code, Set<String> taken, Locale language) {
    IdentifierCheck found = scheme.check(code);
    return new CodeCheck(
        code,
        found.isValid(),
        code != null && taken.contains(code),
        found.reason().orElse(null),
        reason(found, language).orElse(null),
        found.suggestion().orElse(null));
  }

  private Optional<String> reason(IdentifierCheck found, Locale language) {
    return found.reason().map(reason -> texts.text(language, "field." + reason, found.arguments()));
  }

  /** Who has an identifier. */
  @WithSession
  Uni<IdentifierView> read(Caller caller, String identifier) {
    return collisions
        .held(identifier)
        .map(held -> held.orElseThrow(() -> new NotFound("identifier-not-found", identifier)))
        .chain(
            held ->
                resources
                    .versionsOf(held.seriesId())
                    .map(
                        versions -> {
                          List<IdentifierView.Version> seen =
                              versions.stream()
                                  .filter(version -> Visibility.sees(caller, version))
                                  .sorted(Comparator.comparing(InformationResource::version))
                                  .map(IdentifierService::version)
                                  .toList();
                          if (seen.isEmpty() && !caller.hasRole(CATALOG_PUBLISHER)) {
                            throw new NotFound("identifier-not-found", identifier);
                          }
                          return new IdentifierView(
                              identifier, held.seriesId(), held.kept(), held.at(), seen);
                        }));
  }

  private static IdentifierView.Version version(InformationResource resource) {
    return new IdentifierView.Version(
        resource.id(),
        resource.version(),
        resource.name(),
        resource.departmentCode(),
        resource.state(),
        resource.publishedAt());
  }

  /** Codes on their way that cannot simply be kept; of others' resources only the number. */
  @WithSession
  Uni<Page<Collision>> collisions(
      Caller caller, Collision.Kind kind, PageRequest page, Locale language) {
    caller.requireRole(CATALOG_EDITOR, DEPARTMENT_REVIEWER, CATALOG_PUBLISHER);
    return schemes
        .current()
        .chain(
            scheme ->
                collisions
                    .proposed()
                    .map(
                        proposed ->
                            page(
                                found(caller, scheme, proposed, language).stream()
                                    .filter(one -> kind == null || one.kinds().contains(kind))
                                    .toList(),
                                page)));
  }

  private static Page<Collision> page(List<Collision> all, PageRequest page) {
    return Page.of(all.stream().skip(page.offset()).limit(page.size()).toList(), all.size(), page);
  }

  private List<Collision> found(
      Caller caller,
      IdentifierScheme scheme,
      List<CollisionRepository.Proposed> proposed,
      Locale language) {
    Map<String, List<CollisionRepository.Proposed>> byCode =
        proposed.stream()
            .collect(
                Collectors.groupingBy(
                    CollisionRepository.Proposed::identifier,
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Collision> found = new ArrayList<>();
    byCode.forEach(
        (code, bringing) -> {
          IdentifierCheck check = scheme.check(code);
          Set<Collision.Kind> kinds = kinds(bringing, check);
          List<Collision.Proposer> visible =
              bringing.stream()
                  .filter(one -> sees(caller, one))
                  .map(
                      one ->
                          new Collision.Proposer(
                              one.id(),
                              one.name(),
                              one.departmentCode(),
                              one.state(),
                              one.batchId()))
                  .distinct()
                  .toList();
          if (!kinds.isEmpty() && !visible.isEmpty()) {
            int all = (int) bringing.stream().map(one -> one.id()).distinct().count();
            found.add(
                new Collision(
                    code,
                    List.copyOf(kinds),
                    reason(check, language).orElse(null),
                    check.suggestion().orElse(null),
                    first(bringing, CollisionRepository.Proposed::holder),
                    first(bringing, CollisionRepository.Proposed::reservedFor),
                    visible,
                    all - visible.size()));
          }
        });
    return found;
  }

  /** The authority sees all of them, because it alone can settle who keeps a code. */
  private static boolean sees(Caller caller, CollisionRepository.Proposed one) {
    return caller.hasRole(CATALOG_PUBLISHER) || caller.isOf(one.departmentCode());
  }

  private static Set<Collision.Kind> kinds(
      List<CollisionRepository.Proposed> bringing, IdentifierCheck check) {
    Set<Collision.Kind> kinds = EnumSet.noneOf(Collision.Kind.class);
    Map<UUID, UUID> batchOf = new LinkedHashMap<>();
    bringing.forEach(one -> batchOf.put(one.id(), one.batchId()));
    if (batchOf.size() > 1) {
      kinds.add(Collision.Kind.PROPOSED_BY_SEVERAL);
    }
    List<UUID> batches = batchOf.values().stream().filter(Objects::nonNull).toList();
    if (batches.size() > Set.copyOf(batches).size()) {
      kinds.add(Collision.Kind.GIVEN_TWICE_IN_IMPORT);
    }
    if (first(bringing, CollisionRepository.Proposed::holder) != null) {
      kinds.add(Collision.Kind.ALREADY_ALLOTTED);
    }
    if (first(bringing, CollisionRepository.Proposed::reservedFor) != null) {
      kinds.add(Collision.Kind.RESERVED_FOR_ANOTHER);
    }
    if (!check.isValid()) {
      kinds.add(Collision.Kind.DOES_NOT_FIT);
    }
    return kinds;
  }

  private static <T> T first(
      List<CollisionRepository.Proposed> bringing,
      Function<CollisionRepository.Proposed, T> property) {
    return bringing.stream().map(property).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
