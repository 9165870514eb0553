package org.govshare.catalog.finding;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.problem.InvalidInput;

/**
 * A query that waits for resources to be published, instead of looking for those that are. It means
 * the same as a search, but for the initials of pinyin, which are for typing.
 */
public final class StandingQuery {

  private static final Pattern STRUCTURED =
      Pattern.compile(
          "\\??(q|state|department|category|sharingType|openType|format|dataStructure"
              + "|updateFrequency|publishedFrom|publishedTo)=.*");

  private final ResourceQuery query;

  private StandingQuery(ResourceQuery query) {
    this.query = query;
  }

  /** Whether a text is a query as an address holds it, and not just words. */
  public static boolean isOne(String text) {
    return STRUCTURED.matcher(text).matches();
  }

  /**
   * Reads a query.
   *
   * @param address what stands behind the question mark of a search
   * @throws InvalidInput if it cannot be read, if a filter has a value that is not known, or if it
   *     asks for what is not published (400)
   */
  public static StandingQuery parse(String address) {
    ResourceQuery query = QueryParameters.parse(address).query();
    if (!query.states().contains(ResourceState.PUBLISHED)) {
      throw new InvalidInput("query", "published-only");
    }
    return new StandingQuery(query);
  }

  /** Codes of the departments it names, empty if any will do. */
  public Set<String> departments() {
    return query.departments();
  }

  /** Codes of the categories it names, empty if any will do. */
  public Set<String> categories() {
    return query.categories();
  }

  /** Whether it asks for anything in particular. */
  public boolean says() {
    return !query.words().isEmpty()
        || !query.departments().isEmpty()
        || !query.categories().isEmpty()
        || !query.sharingTypes().isEmpty()
        || !query.openTypes().isEmpty()
        || !query.formats().isEmpty()
        || !query.dataStructures().isEmpty()
        || !query.updateFrequencies().isEmpty()
        || !query.published().isOpen();
  }

  /**
   * Whether a resource that was published is among what it asks for.
   *
   * @param lineage codes of the resource's category and of those above it
   * @param content what its words are looked for in, in normal form
   */
  public boolean matches(InformationResource resource, Set<String> lineage, String content) {
    return query.words().stream().allMatch(content::contains)
        && holds(query.departments(), resource.departmentCode())
        && (query.categories().isEmpty() || !Collections.disjoint(query.categories(), lineage))
        && holds(query.sharingTypes(), resource.sharingType())
        && holds(query.openTypes(), resource.openType())
        && holds(query.formats(), resource.format())
        && holds(query.dataStructures(), resource.dataStructure())
        && holds(query.updateFrequencies(), resource.updateFrequency())
        && dated(resource.publishedAt());
  }

  private boolean dated(Instant published) {
    return query.published().isOpen()
        || (published != null
            && !published.isBefore(query.published().start())
            && published.isBefore(query.published().end()));
  }

  private static <T> boolean holds(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
