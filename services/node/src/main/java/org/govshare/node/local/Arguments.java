package org.govshare.node.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was typed after {@code govshare-node}. */
final class Arguments {
  private static final Set<String> WITH_VALUE = Set.of("--node", "--note", "--days", "--last");
  private static final String JSON = "--json";

  private final Deque<String> words = new ArrayDeque<>();
  private final Map<String, String> options = new HashMap<>();

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is not known or lacks its value
   */
  Arguments(List<String> typed) {
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      if (word.equals(JSON)) {
        options.put(word, "");
      } else if (WITH_VALUE.contains(word)) {
        if (++i == typed.size()) {
          throw new IllegalArgumentException(word + " needs a value");
        }
        options.put(word, typed.get(i));
      } else if (word.startsWith("-")) {
        throw new IllegalArgumentException("what is " + word + "?");
      } else {
        words.add(word);
      }
    }
  }

  /** The next word. */
  String next(String what) {
    String word = words.poll();
    if (word == null) {
      throw new IllegalArgumentException(what + " is missing");
    }
    return word;
  }

  void requireNoMore() {
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("what is " + words.peek() + "?");
    }
  }

  String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise, int least, int most) {
    String text = options.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException(name + " is a number from " + least + " to " + most);
  }

  boolean json() {
    return options.containsKey(JSON);
  }
}
