package org.govshare.protocol.reconciliation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.protocol.control.DigestLook;
import org.govshare.protocol.control.DigestLooked;
import org.govshare.protocol.control.Side;

/**
 * A comparison of two tables that may be written meanwhile, from one look to the next. Nothing in
 * it tells a key or a value.
 *
 * <p>Both ends sum their rows by groups of keys. Groups that differ are split until few rows are
 * left in them; then these rows' hashes are asked for, the target's first. A row is called
 * different only if it differs in two looks, and the source says that it has not written it since
 * before a run that is complete: then the target, asked before, must have had it as it is. What was
 * written since is looked at again, and in the end called moving.
 *
 * @param number of the look under way, from 1
 * @param round how often rows' hashes have been asked for
 * @param rows whether they are asked for in this look
 * @param bits bits of the groups that are summed
 * @param withinBits bits of the groups that are looked at
 * @param within those groups; all if there is none
 * @param keys keys that are looked at again; all if there is none
 * @param source what the source has told of this look, or null
 * @param target what the target has told of it, or null
 * @param partial whether more differs than is looked at
 * @param marked whether the source knew in every look what was there before the run
 * @param differences rows that are different
 * @param moving rows that differ, and were written since the run
 * @param over whether nothing is left to be asked
 */
public record Comparison(
    int number,
    int round,
    boolean rows,
    int bits,
    int withinBits,
    List<Integer> within,
    List<String> keys,
    DigestLooked source,
    DigestLooked target,
    boolean partial,
    boolean marked,
    List<Difference> differences,
    long moving,
    boolean over) {

  /** How often a row that differs is looked at, at most. */
  public static final int ROUNDS = 3;

  private static final int FIRST_BITS = 12;
  private static final int MORE_BITS = 3;
  private static final int GROUPS = 512;

  /** Before the first look. */
  public static Comparison begin() {
    return new Comparison(
        1,
        0,
        false,
        FIRST_BITS,
        0,
        List.of(),
        List.of(),
        null,
        null,
        false,
        true,
        List.of(),
        0,
        false);
  }

  /** Whether an end is to be asked now. */
  public boolean asks(Side side) {
    if (over) {
      return false;
    }
    // Of the rows' hashes the source's come last: a row that it has not written until then was so
    // when the target was looked at.
    return side == Side.TARGET ? target == null : source == null && (!rows || target != null);
  }

  /** Takes an end's answer; one to another look changes nothing. */
  public Comparison answered(Side side, DigestLooked answer) {
    if (!asks(side) || answer.number() != number) {
      return this;
    }
    Comparison heard =
        new Comparison(
            number,
            round,
            rows,
            bits,
            withinBits,
            within,
            keys,
            side == Side.SOURCE ? answer : source,
            side == Side.TARGET ? answer : target,
            partial,
            marked && answer.marked(),
            differences,
            moving,
            false);
    if (heard.source == null || heard.target == null) {
      return heard;
    }
    return rows ? heard.rowsCompared() : heard.groupsCompared();
  }

  /** How many rows differ in a way. */
  public long count(Difference.Kind kind) {
    return differences.stream().filter(it -> it.kind() == kind).count();
  }

  // ---- groups

  private Comparison groupsCompared() {
    Map<Integer, DigestLooked.Group> ours = groups(source);
    Map<Integer, DigestLooked.Group> theirs = groups(target);
    Set<Integer> prefixes = new TreeSet<>(ours.keySet());
    prefixes.addAll(theirs.keySet());
    List<Integer> differing = new ArrayList<>();
    long inThem = 0;
    for (int prefix : prefixes) {
      DigestLooked.Group one = ours.get(prefix);
      DigestLooked.Group other = theirs.get(prefix);
      if (one == null || !one.equals(other)) {
        differing.add(prefix);
        inThem += Math.max(one == null ? 0 : one.rows(), other == null ? 0 : other.rows());
      }
    }
    if (differing.isEmpty()) {
      return end(List.of(), 0, partial);
    }
    if (inThem <= DigestLook.ROWS || bits + MORE_BITS > DigestLook.MOST_BITS) {
      return next(true, bits, bits, differing, List.of(), partial);
    }
    // Hashes are random, so the first groups are a fair choice.
    boolean more = differing.size() > GROUPS;
    List<Integer> some = more ? differing.subList(0, GROUPS) : differing;
    return next(false, bits + MORE_BITS, bits, some, List.of(), partial || more);
  }

  private static Map<Integer, DigestLooked.Group> groups(DigestLooked looked) {
    return looked.groups().stream()
        .collect(
            Collectors.toMap(DigestLooked.Group::prefix, Function.identity(), (one, other) -> one));
  }

  // ---- rows

  private Comparison rowsCompared() {
    Map<String, DigestLooked.Row> ours = known(source);
    Map<String, DigestLooked.Row> theirs = known(target);
    String last = lastOfBoth();
    List<String> suspects = new ArrayList<>();
    List<Difference> found = new ArrayList<>(differences);
    List<String> unsettled = new ArrayList<>();
    Set<String> all = new TreeSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    for (String key : all) {
      if (last != null && key.compareTo(last) > 0) {
        break;
      }
      DigestLooked.Row one = ours.get(key);
      DigestLooked.Row other = theirs.get(key);
      Difference.Kind kind = kind(one, other);
      if (kind == null) {
        continue;
      }
      suspects.add(key);
      boolean settled = one == null ? !source.truncated() && marked : one.settled();
      if (settled) {
        found.add(new Difference(key, kind));
      } else {
        unsettled.add(key);
      }
    }
    boolean more = partial || source.cut() || target.cut();
    if (round == 0) {
      boolean tooMany = suspects.size() > DigestLook.ROWS;
      List<String> again = tooMany ? suspects.subList(0, DigestLook.ROWS) : suspects;
      return again.isEmpty()
          ? end(List.of(), 0, more)
          : next(true, bits, 0, List.of(), again, more || tooMany);
    }
    if (unsettled.isEmpty() || round + 1 >= ROUNDS) {
      return end(found, unsettled.size(), more);
    }
    Comparison again = next(true, bits, 0, List.of(), unsettled, more);
    return again.with(found);
  }

  private static Map<String, DigestLooked.Row> known(DigestLooked looked) {
    Map<String, DigestLooked.Row> rows = new HashMap<>();
    looked.rows().forEach(row -> rows.putIfAbsent(row.key(), row));
    return rows;
  }

  private static Difference.Kind kind(DigestLooked.Row source, DigestLooked.Row target) {
    boolean there = source != null && source.row() != null;
    if (target == null) {
      return there ? Difference.Kind.MISSING : null;
    }
    if (!there) {
      return Difference.Kind.SURPLUS;
    }
    return source.row().equals(target.row()) ? null : Difference.Kind.ALTERED;
  }

  /** The last key that both lists reach to; null if neither was cut. */
  private String lastOfBoth() {
    Set<String> lasts = new HashSet<>();
    for (DigestLooked looked : List.of(source, target)) {
      if (looked.cut() && !looked.rows().isEmpty()) {
        lasts.add(looked.rows().getLast().key());
      }
    }
    return lasts.isEmpty() ? null : Collections.min(lasts);
  }

  // ---- steps

  private Comparison next(
      boolean hashes,
      int nextBits,
      int nextWithinBits,
      List<Integer> groups,
      List<String> again,
      boolean more) {
    return new Comparison(
        number + 1,
        rows ? round + 1 : round,
        hashes,
        nextBits,
        nextWithinBits,
        groups,
        again,
        null,
        null,
        more,
        marked,
        differences,
        moving,
        false);
  }

  private Comparison with(List<Difference> found) {
    return new Comparison(
        number,
        round,
        rows,
        bits,
        withinBits,
        within,
        keys,
        source,
        target,
        partial,
        marked,
        found,
        moving,
        over);
  }

  private Comparison end(List<Difference> found, long stillMoving, boolean more) {
    return new Comparison(
        number,
        rows ? round + 1 : round,
        rows,
        bits,
        withinBits,
        List.of(),
        List.of(),
        null,
        null,
        more,
        marked,
        found,
        stillMoving,
        true);
  }
}
