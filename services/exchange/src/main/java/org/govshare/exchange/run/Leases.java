package org.govshare.exchange.run;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.exchange.centre.CentreKey;
import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.json.JsonText;
import org.govshare.protocol.control.Lease;
import org.govshare.protocol.control.SignedLease;
import org.govshare.protocol.control.StartRun;

/** Signs leases: for what a command says, while its grant is in force, and never beyond. */
@Singleton
class Leases {

  private final CentreKey key;
  private final ExchangeConfig config;
  private final Clock clock;

  Leases(CentreKey key, ExchangeConfig config, Clock clock) {
    this.key = key;
    this.config = config;
    this.clock = clock;
  }

  /** Whether there is a key to sign with. */
  boolean signed() {
    return key.signing().isPresent();
  }

  /** When a lease that is signed now ends. */
  Instant end(GrantView grant, Instant now) {
    Instant usual = now.plus(config.lease().duration());
    return grant.expiresAt().isBefore(usual) ? grant.expiresAt() : usual;
  }

  /** A command with a lease for it; without one if there is no key, or the grant has ended. */
  StartRun leased(StartRun command, String node, GrantView grant) {
    Instant now = clock.instant();
    if (grant == null || !grant.active() || !grant.id().equals(command.grantId())) {
      return command;
    }
    return key.signing()
        .map(
            signing -> {
              Lease lease = Lease.of(command, node, now, end(grant, now));
              return command.leased(
                  SignedLease.sign(
                      signing, JsonText.write(lease).getBytes(StandardCharsets.UTF_8)));
            })
        .orElse(command);
  }
}
