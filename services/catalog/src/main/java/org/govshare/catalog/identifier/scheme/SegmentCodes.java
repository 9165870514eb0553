package org.govshare.catalog.identifier.scheme;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Tells which codes there are for a segment. A source that nobody tells of takes any digits. */
public interface SegmentCodes {

  /** The source it tells of. */
  SegmentSource source();

  /** All codes there are, in full length. Called in a session of the database. */
  Uni<Set<String>> all();
}
