package org.govshare.platform.problem;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the parameters of addresses and has a bad one named, with what was expected instead. A flag
 * is {@code true} or {@code false}; anything else is a mistake and not a no.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

  // What UUID.fromString takes for one is far more than what we ever give out.
  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A way to read a kind of value. */
  private record Reading(Function<String, Object> read, String reason) {}

  private static final Map<Class<?>, Reading> READINGS =
      Map.ofEntries(
          Map.entry(Integer.class, new Reading(Integer::valueOf, "not-a-whole-number")),
          Map.entry(int.class, new Reading(Integer::valueOf, "not-a-whole-number")),
          Map.entry(Long.class, new Reading(Long::valueOf, "not-a-whole-number")),
          Map.entry(long.class, new Reading(Long::valueOf, "not-a-whole-number")),
          Map.entry(BigDecimal.class, new Reading(BigDecimal::new, "not-a-number")),
          Map.entry(Boolean.class, new Reading(StrictParameters::flag, "not-a-flag")),
          Map.entry(boolean.class, new Reading(StrictParameters::plainFlag, "not-a-flag")),
          Map.entry(UUID.class, new Reading(StrictParameters::identity, "not-an-identity")),
          Map.entry(LocalDate.class, new Reading(LocalDate::parse, "not-a-day")),
          Map.entry(Instant.class, new Reading(Instant::parse, "not-an-instant")));

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(
      Class<T> rawType, Type genericType, Annotation[] annotations) {
    String name = name(annotations);
    if (rawType.isEnum()) {
      return (ParamConverter<T>) ofEnum(rawType, name);
    }
    Reading reading = READINGS.get(rawType);
    return reading == null
        ? null
        : new Converter<>(
            name, text -> (T) reading.read().apply(text), reading.reason(), new Object[0]);
  }

  private static Converter<Object> ofEnum(Class<?> type, String name) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
    String all =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "));
    return new Converter<>(
        name,
        text -> {
          Object constant = constants.get(text);
          if (constant == null) {
            throw new IllegalArgumentException();
          }
          return constant;
        },
        "not-one-of",
        new Object[] {all});
  }

  private static Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  // What the framework puts in place of a plain flag that is absent is a zero.
  private static Boolean plainFlag(String text) {
    return !text.equals("0") && flag(text);
  }

  private static UUID identity(String text) {
    if (!IDENTITY.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return UUID.fromString(text);
  }

  private static String name(Annotation[] annotations) {
    if (annotations == null) {
      return null;
    }
    for (Annotation annotation : annotations) {
      String name =
          switch (annotation) {
            case QueryParam query -> query.value();
            case PathParam path -> path.value();
            case HeaderParam header -> header.value();
            case CookieParam cookie -> cookie.value();
            default -> "";
          };
      if (!name.isEmpty()) {
        return name;
      }
    }
    return null;
  }

  private record Converter<T>(
      String name, Function<String, T> read, String reason, Object[] expected)
      implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      if (text == null) {
        return null;
      }
      try {
        return read.apply(text);
      } catch (IllegalArgumentException | DateTimeException unreadable) {
        throw new UnreadableParameter(name, text, reason, expected);
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
