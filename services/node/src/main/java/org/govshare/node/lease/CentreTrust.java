package org.govshare.node.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.node.state.NodeState;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.PublicKeys;
import org.jboss.logging.Logger;

/**
 * The keys by which a node knows the centre: those of its configuration, and those that it was told
 * when it was taken in. Without any it asks for no leases.
 */
public final class CentreTrust {
  private static final Logger LOG = Logger.getLogger(CentreTrust.class);

  private final String node;
  private final List<PublicKey> configured;
  private final NodeState disk;
  private volatile List<PublicKey> keys;

  /**
   * What a node believes.
   *
   * @param configured keys of the configuration, base64 of X.509 SubjectPublicKeyInfo
   * @throws CryptoFailure if one is no Ed25519 key
   */
  public CentreTrust(String node, List<String> configured, NodeState disk) throws IOException {
    this.node = node;
    this.configured = configured.stream().map(PublicKeys::signingKey).toList();
    this.disk = disk;
    this.keys = together(disk.centreKeys());
  }

  private List<PublicKey> together(List<String> told) {
    List<PublicKey> all = new ArrayList<>(configured);
    told.stream().map(PublicKeys::signingKey).filter(key -> !all.contains(key)).forEach(all::add);
    return List.copyOf(all);
  }

  /** The keys. */
  public List<PublicKey> keys() {
    return keys;
  }

  /** Whether there are any. */
  public boolean known() {
    return !keys.isEmpty();
  }

  /**
   * Believes keys that came with the taking in, if the registration code names one of them. The
   * code was handed over by people, the keys came by the broker.
   */
  public void takenIn(List<String> told, Optional<String> registrationCode) {
    String named =
        registrationCode.map(code -> code.substring(code.lastIndexOf('.') + 1)).orElse("");
    try {
      boolean right =
          told.stream()
              .map(key -> PublicKeys.fingerprint(PublicKeys.signingKey(key)).toString())
              .anyMatch(named::equals);
      if (!right) {
        LOG.warnf("node=%s its registration code names none of the centre's keys", node);
        return;
      }
      disk.centreKeys(told);
      keys = together(told);
      LOG.infof("node=%s knows the centre by %d keys, and asks for leases", node, keys.size());
    } catch (CryptoFailure e) {
      LOG.errorf("node=%s refused keys of the centre: %s", node, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
