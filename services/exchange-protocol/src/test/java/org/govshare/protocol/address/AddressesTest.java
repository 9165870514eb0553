package org.govshare.protocol.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static final UUID CHANNEL = new UUID(0, 1);

  @Test
  void namesAreMadeOfCodes() {
    assertEquals("frame.gs.sw." + CHANNEL, Addresses.frame("gs", "sw", CHANNEL));
    assertEquals("return.sw.gs." + CHANNEL, Addresses.answer("sw", "gs", CHANNEL));
    assertEquals("command.gs", Addresses.command("gs"));
    assertEquals("fact.catalog.exchange", Addresses.fact("catalog", "exchange"));
    assertEquals("ack.exchange", Addresses.acknowledgement("exchange"));
  }

  @Test
  void whatIsNoCodeIsRefused() {
    for (String code : new String[] {"", "gs.sw", "#", "*", "GS", "g s", null}) {
      assertThrows(IllegalArgumentException.class, () -> Addresses.command(code));
    }
  }
}
