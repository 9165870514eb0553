package org.govshare.node.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

class KeepAliveSocketsTest {

  @Test
  void aPeerThatIsGoneIsMissedWithinHalfAMinute() throws Exception {
    try (Socket socket = new KeepAliveSockets().createSocket()) {
      assertTrue(socket.getOption(StandardSocketOptions.SO_KEEPALIVE));
      int idle = socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE);
      int interval = socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL);
      int probes = socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT);
      assertEquals(25, idle + interval * probes);
    }
  }
}
