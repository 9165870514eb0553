package org.govshare.catalog.reference;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.govshare.platform.version.ExpectedVersion;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that name the version of what they show. */
public final class Answers {

  private Answers() {}

  /** Something that has just come into being (201). */
  public static <T> RestResponse<T> created(T view, String path, Object id, long revision) {
    return RestResponse.ResponseBuilder.<T>created(URI.create("/api/catalog/v1/" + path + "/" + id))
        .entity(view)
        .header(HttpHeaders.ETAG, ExpectedVersion.tag(revision))
        .build();
  }

  /** Something that exists (200). */
  public static <T> RestResponse<T> tagged(T view, long revision) {
    return RestResponse.ResponseBuilder.ok(view)
        .header(HttpHeaders.ETAG, ExpectedVersion.tag(revision))
        .build();
  }
}
