package org.govshare.catalog.bulk;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.govshare.platform.identity.Caller;

/** Shows an import to who is on a worker thread. */
@Singleton
class ImportViews {

  private final ImportService imports;

  ImportViews(ImportService imports) {
    this.imports = imports;
  }

  ImportView read(Caller caller, UUID id, Locale language) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> imports.read(caller, id, language));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
