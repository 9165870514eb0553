package org.govshare.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows which media types the endpoints take, so that who sends another one is told. */
@Provider
@Singleton
public class MediaTypesAsked implements DynamicFeature {

  /** Filled while the endpoints are set up. */
  private final Queue<Asked> known = new ConcurrentLinkedQueue<>();

  private record Asked(String method, Pattern path, List<String> types) {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    Consumes consumes = method.getAnnotation(Consumes.class);
    if (consumes == null) {
      return;
    }
    String path =
        Stream.of(
                resource.getResourceClass().getAnnotation(Path.class),
                method.getAnnotation(Path.class))
            .filter(part -> part != null)
            .map(Path::value)
            .map(part -> part.replaceAll("^/|/$", ""))
            .collect(Collectors.joining("/", "/", ""));
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        known.add(new Asked(verb.value(), pattern(path), List.of(consumes.value())));
      }
    }
  }

  private static Pattern pattern(String path) {
    String[] parts = path.split("\\{[^}]*}", -1);
    return Pattern.compile(
        Stream.of(parts).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
  }

  /** What an address takes by a method, in words. */
  String of(String method, String path) {
    List<String> types =
        known.stream()
            .filter(asked -> asked.method().equals(method) && asked.path().matcher(path).matches())
            .flatMap(asked -> asked.types().stream())
            .distinct()
            .sorted()
            .toList();
    return types.isEmpty() ? MediaType.APPLICATION_JSON : String.join(" / ", types);
  }
}
