package org.govshare.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A service's answer.
 *
 * @param request method and address, for messages
 * @param status HTTP status
 * @param etag version of the object, as it is sent back in {@code If-Match}; null without one
 * @param location address of a created object; null without one
 * @param body JSON body; a missing node without one
 */
public record Answer(String request, int status, String etag, String location, JsonNode body) {

  /**
   * Insists on a status.
   *
   * @throws ApiFailure telling what the service said instead
   */
  public Answer expect(int... allowed) {
    for (int one : allowed) {
      if (status == one) {
        return this;
      }
    }
    throw new ApiFailure(this);
  }
}
