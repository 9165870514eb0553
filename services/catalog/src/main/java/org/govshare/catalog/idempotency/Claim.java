package org.govshare.catalog.idempotency;

import java.time.Instant;

/** A key that the request in hand has claimed. */
record Claim(String caller, String key, Instant at) {}
