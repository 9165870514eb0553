package org.govshare.catalog.resource;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.govshare.platform.identity.Caller;

/** Is told, in the same transaction, before drafts are thrown away. */
public interface DeletionListener {

  /** These are about to go. */
  Uni<Void> deleting(Caller caller, List<InformationResource> drafts);
}
