package org.govshare.monitoring.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.monitoring.intake.FactHandler;
import org.govshare.monitoring.intake.MessageReader;

/** Keeps the runs as the exchange has them. */
@Singleton
class RunFacts implements FactHandler {

  private final MessageReader reader;
  private final RunRepository runs;

  RunFacts(MessageReader reader, RunRepository runs) {
    this.reader = reader;
    this.runs = runs;
  }

  @Override
  public String type() {
    return "RunChanged";
  }

  @Override
  public Uni<Void> apply(JsonNode payload) {
    return runs.keep(reader.read(payload, RunChanged.class));
  }
}
