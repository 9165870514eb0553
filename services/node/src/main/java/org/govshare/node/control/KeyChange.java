package org.govshare.node.control;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.govshare.node.run.SessionContext;
import org.govshare.protocol.control.KeysChanged;
import org.govshare.protocol.control.KeysTaken;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.NodeKeys;
import org.jboss.logging.Logger;

/**
 * Changes the node's keys while it runs. The new ones are told to the centre under a signature of
 * the present ones, and used once the centre says that it knows them; it is asked until it does.
 * What was sealed before is opened with the former keys.
 */
final class KeyChange {
  private static final Logger LOG = Logger.getLogger(KeyChange.class);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final SessionContext context;
  private final Events events;
  private final Background background;
  private final Clock clock;
  private final Runnable onChange;
  private final AtomicBoolean asking = new AtomicBoolean();

  KeyChange(
      SessionContext context,
      Events events,
      Background background,
      Clock clock,
      Runnable onChange) {
    this.context = context;
    this.events = events;
    this.background = background;
    this.clock = clock;
    this.onChange = onChange;
  }

  /** Makes new keys, or takes up those that were made; gives the new fingerprint. */
  String begin() throws IOException {
    context.keys().makeNext();
    String keyId = context.keys().next(CryptoSuite.INTL).keyId().toString();
    LOG.infof("node=%s changes its keys to %s", context.node(), keyId);
    resume();
    return keyId;
  }

  /** Goes on with a change that has begun. */
  void resume() {
    if (context.keys().next(CryptoSuite.INTL) != null && asking.compareAndSet(false, true)) {
      background.run("keys", this::ask);
    }
  }

  private void ask() throws Exception {
    while (!background.closed()) {
      NodeKeys next = context.keys().next(CryptoSuite.INTL);
      if (next == null) {
        asking.set(false);
        resume();
        return;
      }
      events.publish(KeysChanged.of(context.node(), context.keys(), clock.instant()));
      Thread.sleep(ASK_AGAIN);
    }
  }

  /** The centre knows the new keys. */
  void taken(KeysTaken command) throws IOException {
    if (context.keys().takeNext(command.keyId())) {
      LOG.infof("node=%s uses its new keys %s", context.node(), command.keyId());
      onChange.run();
    }
  }
}
