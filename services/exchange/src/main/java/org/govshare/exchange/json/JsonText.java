package org.govshare.exchange.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * Reads and writes JSON that does not come from a caller. Properties that are not known are passed
 * over, because the other side may be a release ahead.
 */
public final class JsonText {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private JsonText() {}

  /** Writes a value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads a value.
   *
   * @throws Unreadable if it is not JSON of that form
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return present(MAPPER.readValue(text, type));
    } catch (JsonProcessingException e) {
      throw new Unreadable(e);
    }
  }

  /**
   * Reads a value of a generic type.
   *
   * @throws Unreadable if it is not JSON of that form
   */
  public static <T> T read(String text, TypeReference<T> type) {
    try {
      return present(MAPPER.readValue(text, type));
    } catch (JsonProcessingException e) {
      throw new Unreadable(e);
    }
  }

  /**
   * Reads a value from a tree.
   *
   * @throws Unreadable if the tree does not have that form
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    try {
      return present(MAPPER.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      throw new Unreadable(e);
    }
  }

  /**
   * Reads bytes as a tree.
   *
   * @throws Unreadable if they are not JSON
   */
  public static JsonNode tree(byte[] bytes) {
    try {
      return present(MAPPER.readTree(bytes));
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  private static <T> T present(T value) {
    if (value == null) {
      throw new Unreadable(null);
    }
    return value;
  }

  /** The text is not JSON of the form expected. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(Throwable cause) {
      super("not JSON of the form expected", cause);
    }
  }
}
