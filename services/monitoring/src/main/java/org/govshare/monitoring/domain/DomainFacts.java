package org.govshare.monitoring.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.monitoring.intake.FactHandler;
import org.govshare.monitoring.intake.MessageReader;

/** Keeps the domains as the exchange has them. */
@Singleton
class DomainFacts implements FactHandler {

  private final MessageReader reader;
  private final DomainRepository domains;

  DomainFacts(MessageReader reader, DomainRepository domains) {
    this.reader = reader;
    this.domains = domains;
  }

  @Override
  public String type() {
    return "DomainChanged";
  }

  @Override
  public Uni<Void> apply(JsonNode payload) {
    return domains.keep(reader.read(payload, DomainChanged.class));
  }
}
