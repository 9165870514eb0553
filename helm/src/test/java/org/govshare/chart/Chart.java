package org.govshare.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart under test, in the source tree. */
final class Chart {

  static final Path HOME = Path.of("govshare");
  static final String RELEASE = "share";
  static final String NAMESPACE = "govshare";
  static final List<String> SERVICES = List.of("catalog", "exchange", "monitoring", "portal");

  private Chart() {}

  /** An example that comes with the chart, below {@code ci/}. */
  static Path example(String name) {
    return HOME.resolve("ci").resolve(name + "-values.yaml");
  }

  /** All examples that come with the chart. */
  static List<Path> examples() {
    try (Stream<Path> files = Files.list(HOME.resolve("ci"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renders the chart; of two values files the later one wins. */
  static RenderedChart render(Path... valuesFiles) {
    var command =
        new Helm(HOME)
            .template()
            .withName(RELEASE)
            .withNamespace(NAMESPACE)
            .withKubeVersion("1.33.2");
    for (Path file : valuesFiles) {
      command = command.withValuesFile(file);
    }
    return RenderedChart.of(command.call());
  }

  /** Renders an example with some values changed, given as YAML. */
  static RenderedChart render(String example, String changedValues) {
    return withFile(changedValues, file -> render(example(example), file));
  }

  /**
   * Lints a copy of the chart whose default values are those of the example: the engine's lint
   * takes no values file.
   */
  static LintResult lint(Path valuesFile, Path workDirectory) throws IOException {
    Path copy = workDirectory.resolve("govshare");
    try (Stream<Path> files = Files.walk(HOME)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(HOME.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Map<String, Object> values = map(yaml(HOME.resolve("values.yaml")));
    merge(values, map(yaml(valuesFile)));
    Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(values));
    return new Helm(copy).lint().call();
  }

  static Object yaml(Path file) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  /** The value at a path of keys and list positions, null where there is none. */
  static Object at(Object root, Object... path) {
    Object current = root;
    for (Object step : path) {
      if (current instanceof Map<?, ?> map) {
        current = map.get(step);
      } else if (current instanceof List<?> list && step instanceof Integer position) {
        current = position < list.size() ? list.get(position) : null;
      } else {
        return null;
      }
    }
    return current;
  }

  /** Every text at any depth, keys included. */
  static List<String> texts(Object root) {
    List<String> found = new ArrayList<>();
    if (root instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            found.add(String.valueOf(key));
            found.addAll(texts(value));
          });
    } else if (root instanceof List<?> list) {
      list.forEach(value -> found.addAll(texts(value)));
    } else if (root != null) {
      found.add(String.valueOf(root));
    }
    return found;
  }

  private static void merge(Map<String, Object> into, Map<String, Object> from) {
    from.forEach(
        (key, value) -> {
          if (value instanceof Map && into.get(key) instanceof Map) {
            merge(map(into.get(key)), map(value));
          } else {
            into.put(key, value);
          }
        });
  }

  private static <T> T withFile(String content, Function<Path, T> use) {
    try {
      Path file = Files.createTempFile("values", ".yaml");
      try {
        Files.writeString(file, content);
        return use.apply(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
