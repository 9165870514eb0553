package org.govshare.catalog.request;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;

/**
 * Advises on requests before they are made and while they are decided on. All implementations are
 * asked, in the session of the call, about every request that is shown by itself.
 */
public interface RequestAdvice {

  /**
   * What there is to say about items of a resource.
   *
   * @param resource asked for
   * @param items those of its items that are asked for
   * @return empty if there is nothing to say
   */
  Uni<List<Advice>> on(InformationResource resource, List<DataItem> items);
}
