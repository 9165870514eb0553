package org.govshare.node.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.StartRun;

/**
 * What is sealed of a parked row: its columns, as the design had them then, and the row.
 *
 * @param columns names and types of the target's columns
 * @param key names of those that are the key
 * @param tuple the row as it came
 */
record ParkedContent(List<Column> columns, List<String> key, byte[] tuple) {
  /**
   * A column.
   *
   * @param name its name at the target
   * @param type its type there
   */
  record Column(String name, String type) {}

  private record Head(List<Column> columns, List<String> key) {}

  static ParkedContent of(StartRun command, byte[] tuple) {
    return new ParkedContent(
        command.columns().stream().map(ParkedContent::column).toList(),
        command.targetKeyColumns(),
        tuple);
  }

  private static Column column(MappedColumn mapped) {
    return new Column(mapped.target(), mapped.targetType());
  }

  byte[] encode() {
    byte[] head = Json.write(new Head(columns, key)).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + head.length + tuple.length)
        .putInt(head.length)
        .put(head)
        .put(tuple)
        .array();
  }

  static ParkedContent decode(byte[] content) {
    int length = ByteBuffer.wrap(content).getInt();
    try {
      Head head = Json.read(Arrays.copyOfRange(content, 4, 4 + length), Head.class);
      return new ParkedContent(
          head.columns(), head.key(), Arrays.copyOfRange(content, 4 + length, content.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
