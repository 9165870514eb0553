package org.govshare.portal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Everything that can be set on the portal, beside what Quarkus itself reads. */
@ConfigMapping(prefix = "govshare.portal")
public interface PortalConfig {

  /** The name shown on the masthead and on the page before login. */
  Name name();

  /**
   * Address under which browsers reach the portal, as {@code scheme://host[:port]}. Unset, the
   * address of each request is taken; set it where a proxy in front changes the host.
   */
  Optional<URI> origin();

  /** The catalogue service. */
  Upstream catalog();

  /** The exchange service. */
  Upstream exchange();

  /** The monitoring service. */
  Upstream monitoring();

  /** Sessions of signed-in users. */
  Session session();

  /** A name in both languages of the portal. */
  interface Name {
    /** Chinese. */
    String zh();

    /** English. */
    String en();
  }

  /** A service behind the portal. */
  interface Upstream {
    /** Base address, {@code http} or {@code https}, without a path. */
    URI url();
  }

  /** Sessions of signed-in users. */
  interface Session {
    /** Base64 of 32 random bytes, from which the keys of the stored tokens are derived. */
    String key();

    /** A session ends this long after login, however busy it is. */
    @WithDefault("10h")
    Duration lifetime();

    /** How often ended sessions are deleted. */
    @WithDefault("10m")
    Duration purgeInterval();
  }
}
