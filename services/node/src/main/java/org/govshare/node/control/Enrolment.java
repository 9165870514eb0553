package org.govshare.node.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.govshare.node.broker.BrokerUnavailable;
import org.govshare.node.run.SessionContext;
import org.govshare.protocol.control.EnrolmentRequested;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.NodeKeys;
import org.govshare.protocol.crypto.PublicKeys;
import org.jboss.logging.Logger;

/** Asks the centre to take the node in with the keys it has. */
final class Enrolment {
  private static final Logger LOG = Logger.getLogger(Enrolment.class);

  private Enrolment() {}

  /** Sends the code and the keys once for each code; a restart does not send them again. */
  static void ask(SessionContext context, Events events, String code, Instant at)
      throws IOException, BrokerUnavailable, InterruptedException {
    String mark = CryptoSuite.INTL.digest(code.getBytes(StandardCharsets.UTF_8)).toString();
    if (mark.equals(context.disk().enrolledWith())) {
      return;
    }
    Keyring keys = context.keys();
    NodeKeys own = keys.of(CryptoSuite.INTL);
    NodeKeys gm = keys.of(CryptoSuite.GM);
    events.publish(
        new EnrolmentRequested(
            EnrolmentRequested.TYPE,
            at,
            code,
            PublicKeys.base64(own.signingKey()),
            PublicKeys.base64(own.agreementKey()),
            PublicKeys.base64(gm.signingKey()),
            PublicKeys.base64(gm.agreementKey())));
    context.disk().enrolledWith(mark);
    LOG.infof(
        "node=%s asked to be taken in; the centre's operator needs the fingerprint %s",
        context.node(), own.keyId());
  }
}
