package org.govshare.platform.answer;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that several endpoints give alike. */
public final class Answers {

  private Answers() {}

  /**
   * Something that has just come into being (201).
   *
   * @param path where it is to be found
   */
  public static <T> RestResponse<T> created(T view, String path) {
    return RestResponse.ResponseBuilder.<T>created(URI.create(path)).entity(view).build();
  }
}
