package org.govshare.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.govshare.node.broker.BrokerConnection;
import org.govshare.node.broker.BrokerSettings;
import org.govshare.node.broker.SendingLink;
import org.govshare.node.fixture.DatabaseTest;
import org.govshare.node.fixture.JournalFiles;
import org.govshare.node.fixture.People;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.Side;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.TransferMode;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.SealedForNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Neither rows nor key values are in anything that the broker has on its disk. Rows have random
 * bytes, which no compression hides, and each test first shows that contents would be found.
 */
class BrokerJournalTest extends DatabaseTest {
  private static final int ROWS = 200;
  private static final String CANARY = "canary";

  private final Random random = new Random(20261123);
  private final List<Person> people = new ArrayList<>();
  private final UUID channel = UUID.randomUUID();
  private JournalFiles files;

  private record Person(long id, String remark, byte[] picture) {
    String key() {
      return Long.toString(id);
    }

    byte[] binaryKey() {
      return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }
  }

  private void make(int number) throws Exception {
    String sql =
        "INSERT INTO public.person (id, name, remark, picture, changed_at)"
            + " VALUES (?, ?, ?, ?, '2026-01-01 00:00:00Z')";
    try (Connection connection = databases.connect("gs");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < number; i++) {
        Person person = person();
        people.add(person);
        statement.setLong(1, person.id());
        statement.setString(2, "person");
        statement.setString(3, person.remark());
        statement.setBytes(4, person.picture());
        statement.executeUpdate();
      }
    }
  }

  private Person person() {
    byte[] picture = new byte[64];
    byte[] remark = new byte[24];
    random.nextBytes(picture);
    random.nextBytes(remark);
    return new Person(
        random.nextLong(100_000_000_000_000_000L, Long.MAX_VALUE),
        HexFormat.of().formatHex(remark),
        picture);
  }

  private void lookFor(String name, Person person) {
    files.lookFor(name + " key", person.key());
    files.lookFor(name + " binary key", person.binaryKey());
    files.lookFor(name + " text", person.remark());
    files.lookFor(name + " bytes", person.picture());
  }

  private void send(String address, byte[] body) throws Exception {
    try (BrokerConnection connection =
        new BrokerConnection(
            exchange.vertx(),
            new BrokerSettings("localhost", exchange.broker().port(), "test", "secret"))) {
      SendingLink link = connection.send(address, lost -> {});
      BrokerConnection.await(link.send(body, true), "not accepted");
    }
  }

  private void copied(UUID run, TransferMode mode) throws Exception {
    exchange.start(run, "sw", mode, People.COLUMNS, Lane.only(channel), 0);
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    exchange.awaitState(run, Side.SOURCE, "COMPLETED");
    assertEquals(People.digest(databases, "gs"), People.digest(databases, "sw"));
  }

  private void sentAgain(List<List<String>> keys) throws Exception {
    UUID run = UUID.randomUUID();
    SealedForNode sealed = exchange.named(run, keys);
    for (Side side : List.of(Side.TARGET, Side.SOURCE)) {
      StartRun command = exchange.command(side, run, channel, TransferMode.FULL, People.COLUMNS);
      exchange.centre().command(side == Side.SOURCE ? "gs" : "sw", command.resending(sealed));
    }
    exchange.awaitState(run, Side.TARGET, "COMPLETED");
    assertEquals(
        keys.size(), exchange.awaitState(run, Side.SOURCE, "COMPLETED").get("rows").asLong());
    files.lookFor("command", run.toString());
  }

  @Test
  void whatIsInTheClearIsFound() throws Exception {
    files = new JournalFiles(exchange.broker().directory());
    Person plain = person();
    Person encoded = person();
    Person compressed = person();
    lookFor("plain", plain);
    lookFor("encoded", encoded);
    lookFor("compressed", compressed);
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int i = 0; i < ROWS; i++) {
      Person person = i == ROWS / 2 ? compressed : person();
      rows.writeBytes(person.binaryKey());
      rows.writeBytes(person.picture());
    }

    send(
        CANARY,
        ("{\"keys\":[\"" + plain.key() + "\"]}" + plain.remark()).getBytes(StandardCharsets.UTF_8));
    byte[] once = Base64.getEncoder().encode(encoded.remark().getBytes(StandardCharsets.UTF_8));
    send(
        CANARY,
        ("{\"body\":\"" + Base64.getEncoder().encodeToString(once) + "\"}")
            .getBytes(StandardCharsets.UTF_8));
    send(CANARY, Zstd.compress(rows.toByteArray(), 1));

    Set<String> expected =
        new TreeSet<>(
            Set.of(
                "plain key",
                "plain text",
                "encoded text",
                "compressed binary key",
                "compressed bytes"));
    assertEquals(expected, files.found());
  }

  @ParameterizedTest
  @EnumSource(CryptoSuite.class)
  void neitherRowsNorKeysAreInTheJournal(CryptoSuite suite) throws Exception {
    files = new JournalFiles(exchange.broker().directory());
    exchange.suite(suite);
    make(ROWS);
    exchange.startNodes();
    UUID run = UUID.randomUUID();
    copied(run, TransferMode.FULL);
    sentAgain(people.stream().limit(50).map(it -> List.of(it.key())).toList());

    UUID captured = UUID.randomUUID();
    exchange.capture(CaptureOrder.of(List.of(channel)));
    copied(captured, TransferMode.CAPTURE);
    make(20);
    databases.execute("gs", "DELETE FROM public.person WHERE id = " + people.getFirst().id());
    UUID again = UUID.randomUUID();
    exchange.capture(
        CaptureOrder.of(List.of(channel))
            .resending(exchange.named(again, List.of(List.of(people.get(7).key())))));
    copied(again, TransferMode.CAPTURE);

    for (int i = 0; i < people.size(); i++) {
      lookFor("person " + i, people.get(i));
    }
    // What may be seen is there, so these are the files that the rows went through.
    files.lookFor("channel", channel.toString());
    files.lookFor("frame", frameHeader(run));
    files.lookFor("frame of changes", frameHeader(again));
    assertEquals(
        new TreeSet<>(Set.of("channel", "command", "frame", "frame of changes")), files.found());
  }

  /** Channel and run in the header of every frame. */
  private byte[] frameHeader(UUID run) {
    return ByteBuffer.allocate(32)
        .putLong(channel.getMostSignificantBits())
        .putLong(channel.getLeastSignificantBits())
        .putLong(run.getMostSignificantBits())
        .putLong(run.getLeastSignificantBits())
        .array();
  }
}
