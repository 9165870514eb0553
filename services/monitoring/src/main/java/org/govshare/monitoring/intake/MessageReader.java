package org.govshare.monitoring.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Reads messages of other programs. Those may be one release ahead, so fields that are not known
 * here are passed over; numbers that are missing are not taken for zero.
 */
@Singleton
public class MessageReader {

  private final ObjectReader reader;

  MessageReader(ObjectMapper json) {
    reader =
        json.reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Reads a message's content.
   *
   * @throws UnusableMessage if it does not have that form
   */
  public <T> T read(JsonNode content, Class<T> form) {
    try {
      T read = reader.treeToValue(content, form);
      if (read == null) {
        throw new UnusableMessage("no content");
      }
      return read;
    } catch (JsonMappingException e) {
      throw new UnusableMessage("not a " + form.getSimpleName() + ": " + fault(e));
    } catch (JsonProcessingException e) {
      throw new UnusableMessage("not a " + form.getSimpleName());
    }
  }

  // Jackson's own message would quote the content.
  private static String fault(JsonMappingException failure) {
    if (failure.getCause() instanceof NullPointerException absent) {
      return absent.getMessage() + " is absent";
    }
    return failure.getPath().stream()
            .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
            .collect(Collectors.joining("."))
        + " is unreadable";
  }

  /** Reads text as a JSON object that names its type. */
  JsonNode object(String text) {
    try {
      JsonNode read = reader.readTree(text);
      if (read != null && read.isObject() && read.path("type").isTextual()) {
        return read;
      }
    } catch (IOException e) {
      throw new UnusableMessage("not JSON");
    }
    throw new UnusableMessage("not an object with a type");
  }
}
