package org.govshare.catalog.reference;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Asks every feature what refers to an object. */
@Singleton
public class Uses {

  private static final int NAMES = 5;

  private final List<UseFinder> finders;

  Uses(@All List<UseFinder> finders) {
    this.finders = finders;
  }

  /** What refers to an object, from all features. */
  public Uni<List<Use>> of(String kind, String id) {
    return Multi.createFrom()
        .iterable(finders)
        .onItem()
        .transformToUniAndConcatenate(finder -> finder.of(kind, id))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).filter(use -> use.count() > 0).toList());
  }

  /**
   * Refuses to remove what something refers to.
   *
   * @throws InUse naming what does (409)
   */
  public Uni<Void> refuseIfAny(String kind, String id, String name) {
    return of(kind, id)
        .invoke(
            uses -> {
              if (!uses.isEmpty()) {
                throw new InUse(name, uses);
              }
            })
        .replaceWithVoid();
  }

  /**
   * Finds the rows of an entity that refer to something.
   *
   * @param what how they are called in the answer
   * @param entity entity with a {@code name}
   * @param condition on {@code ?1}
   */
  public static Uni<Use> query(String what, String entity, String condition, Object value) {
    String from = " from " + entity + " where " + condition;
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createQuery("select count(*)" + from, Long.class)
                    .setParameter(1, value)
                    .getSingleResult()
                    .chain(
                        count ->
                            session
                                .createQuery("select name" + from + " order by name", String.class)
                                .setParameter(1, value)
                                .setMaxResults(NAMES)
                                .getResultList()
                                .map(names -> new Use(what, count, names))));
  }
}
