package org.govshare.protocol.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Digest;

/**
 * Hash over the ordered columns of the rows on the wire. The source computes it from the mapping,
 * the target from its own catalogue; where they differ, rows would be misread.
 */
public final class SchemaHash {
  private SchemaHash() {}

  /** The suite's digest of name and type of each target column, in the order of the rows. */
  public static Digest of(CryptoSuite suite, List<Column> columns) {
    List<byte[]> parts =
        columns.stream()
            .flatMap(column -> java.util.stream.Stream.of(column.name(), column.type()))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();
    int length = 4 + parts.stream().mapToInt(part -> 4 + part.length).sum();
    ByteBuffer out = ByteBuffer.allocate(length).putInt(columns.size());
    parts.forEach(part -> out.putInt(part.length).put(part));
    return suite.digest(out.array());
  }

  /**
   * A column of the target.
   *
   * @param name its name
   * @param type its type as {@code format_type} writes it
   */
  public record Column(String name, String type) {}
}
