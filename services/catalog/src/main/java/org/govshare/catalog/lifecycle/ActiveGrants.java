package org.govshare.catalog.lifecycle;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Tells what rests on the versions published so far. Grants themselves are not known here. */
public interface ActiveGrants {

  /** Every item of every active grant on any version of a resource; in the caller's session. */
  Uni<List<Held>> on(UUID seriesId);

  /**
   * An item that a grant holds.
   *
   * @param grantId the grant
   * @param name what the item was called when it was granted
   * @param fieldName its column then, or {@code null}
   */
  record Held(UUID grantId, String name, String fieldName) {}
}
