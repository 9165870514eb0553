package org.govshare.exchange.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.protocol.fault.DeathOrder;

/** Lets a fault campaign say at which step the service dies; nobody else names a file for it. */
@Singleton
class DeathOrders {

  private final ExchangeConfig config;

  DeathOrders(ExchangeConfig config) {
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    config.faults().steps().ifPresent(DeathOrder::obey);
  }
}
