package org.govshare.catalog.reference;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A feature that refers to reference data, and can say from where. */
public interface UseFinder {

  /**
   * What of this feature refers to an object; asked inside the transaction that would remove it.
   *
   * @param kind kind of the object, as in its history
   * @param id its code or identity
   * @return empty if nothing does, or if the feature never refers to that kind
   */
  Uni<List<Use>> of(String kind, String id);
}
