package org.govshare.node.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that find out within half a minute that the host at the other end is gone without a word.
 * By the system's own measure a connection that waits for an answer would wait for two hours.
 */
@RegisterForReflection
public final class KeepAliveSockets extends SocketFactory {
  static final int IDLE_SECONDS = 10;
  static final int INTERVAL_SECONDS = 5;
  static final int PROBES = 3;

  /** For the driver, which is given the class's name. */
  public KeepAliveSockets() {}

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw notNeeded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw notNeeded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw notNeeded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw notNeeded();
  }

  private static RuntimeException notNeeded() {
    return new UnsupportedOperationException("the driver connects its sockets itself");
  }
}
