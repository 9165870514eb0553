package org.govshare.monitoring.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.govshare.monitoring.intake.FactHandler;
import org.govshare.monitoring.intake.MessageReader;

/** Keeps the exchange services as the exchange has them. */
@Singleton
class ServiceFacts implements FactHandler {

  private final MessageReader reader;
  private final ServiceRepository services;

  ServiceFacts(MessageReader reader, ServiceRepository services) {
    this.reader = reader;
    this.services = services;
  }

  @Override
  public String type() {
    return "ServiceChanged";
  }

  @Override
  public Uni<Void> apply(JsonNode payload) {
    return services.keep(reader.read(payload, ServiceChanged.class));
  }
}
