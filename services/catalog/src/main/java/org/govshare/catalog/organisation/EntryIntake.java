package org.govshare.catalog.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.InputChecks;

/**
 * Takes many entries of a department in. All are written in one go and read again, because each by
 * itself would take too long.
 */
final class EntryIntake<E extends Entry, I extends EntryInput, V extends EntryView> {

  private final EntryService<E, I, V> service;
  private final Caller caller;
  private final String department;

  EntryIntake(EntryService<E, I, V> service, Caller caller, String department) {
    this.service = service;
    this.caller = caller;
    this.department = department;
  }

  Uni<Intake> take(List<I> inputs, IntakeMode mode, List<E> entries) {
    Map<String, E> known = byKey(entries);
    List<Intake.Fault> faults = new ArrayList<>();
    List<I> good =
        good(inputs, faults).stream()
            .map(
                input ->
                    known.containsKey(key(input))
                        ? service.continued(input, known.get(key(input)))
                        : input)
            .toList();
    List<I> added = good.stream().filter(input -> !known.containsKey(key(input))).toList();
    List<I> changed =
        good.stream()
            .filter(input -> known.containsKey(key(input)))
            .filter(input -> !input.equals(service.input(known.get(key(input)))))
            .toList();
    boolean written = mode.writes(faults.isEmpty());
    Intake intake =
        new Intake(
            added.size(),
            changed.size(),
            good.size() - added.size() - changed.size(),
            faults,
            written);
    return written
        ? write(added, changed, known).replaceWith(intake)
        : Uni.createFrom().item(intake);
  }

  private List<I> good(List<I> inputs, List<Intake.Fault> faults) {
    List<I> good = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      I input = inputs.get(i);
      InputChecks checks = new InputChecks();
      input.check(checks, service.today());
      if (checks.passed()) {
        Integer earlier = first.putIfAbsent(key(input), i);
        checks.that(earlier == null, service.keyField(), "duplicate", key(input));
      }
      if (checks.passed()) {
        good.add(input);
      } else {
        faults.addAll(Intake.Fault.of(i, checks));
      }
    }
    return good;
  }

  private Uni<Void> write(List<I> added, List<I> changed, Map<String, E> known) {
    Instant now = service.now();
    Map<String, V> before = new HashMap<>();
    for (I input : changed) {
      E entry = known.get(key(input));
      before.put(key(input), service.view(entry));
      service.write(entry, input, now);
    }
    List<E> fresh = new ArrayList<>();
    for (I input : added) {
      E entry = service.blank(department, now);
      service.write(entry, input, now);
      fresh.add(entry);
    }
    List<String> keys = Stream.concat(added.stream(), changed.stream()).map(this::key).toList();
    return service
        .store()
        .storeAll(fresh)
        .chain(() -> service.store().of(department))
        .map(this::byKey)
        .chain(after -> record(keys, before, after));
  }

  private Uni<Void> record(List<String> keys, Map<String, V> before, Map<String, E> after) {
    return Multi.createFrom()
        .iterable(keys)
        .onItem()
        .transformToUniAndConcatenate(
            key -> {
              E entry = after.get(key);
              return service.record(entry, before.get(key), service.view(entry), caller);
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  private String key(I input) {
    return service.key(input);
  }

  private Map<String, E> byKey(List<E> entries) {
    return entries.stream().collect(Collectors.toMap(service::key, Function.identity()));
  }
}
