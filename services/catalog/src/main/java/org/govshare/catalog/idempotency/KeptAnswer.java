package org.govshare.catalog.idempotency;

import java.util.Set;

/**
 * What is kept under a key.
 *
 * @param requestHash of the request that claimed it
 * @param roles that its caller held
 * @param status of the answer, {@code null} as long as there is none
 * @param location header of the answer, or {@code null}
 * @param etag header of the answer, or {@code null}
 * @param body JSON of the answer, or {@code null}
 */
record KeptAnswer(
    String requestHash,
    Set<String> roles,
    Integer status,
    String location,
    String etag,
    String body) {}
