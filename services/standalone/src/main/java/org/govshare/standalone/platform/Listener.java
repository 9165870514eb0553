package org.govshare.standalone.platform;

import java.util.Locale;

/**
 * Everything that listens on a port of the loopback interface. The port can be moved with the
 * environment variable {@code GOVSHARE_<NAME>_PORT}.
 */
public enum Listener {
  /** The web application. */
  PORTAL(8080),
  /** Catalogue, requests and grants. */
  CATALOG(8081),
  /** The control plane of the exchange. */
  EXCHANGE(8082),
  /** Statistics. */
  MONITORING(8083),
  /** The agent of the providing departments' nodes. */
  NODE_A(8090),
  /** The agent of the requesting departments' nodes. */
  NODE_B(8091),
  /** The identity provider. */
  KEYCLOAK(8180),
  /** The message broker. */
  AMQP(5672),
  /** The database server. */
  POSTGRES(55432);

  private final int usualPort;

  Listener(int usualPort) {
    this.usualPort = usualPort;
  }

  int usualPort() {
    return usualPort;
  }

  /** Name of the environment variable that moves the port. */
  public String variable() {
    return "GOVSHARE_" + name() + "_PORT";
  }

  /** Name in messages, log files and pid files, such as {@code node-a}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
