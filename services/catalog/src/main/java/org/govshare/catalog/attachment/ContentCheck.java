package org.govshare.catalog.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Compares the bytes of a file, as they pass, with the kind it claims to be: its first bytes, the
 * parts that an archive lists, no control characters in text, and no macros. Not thread-safe.
 */
final class ContentCheck {

  private static final byte[] MACROS = "vbaProject.bin".getBytes(StandardCharsets.US_ASCII);

  private final FileKind kind;
  private byte[] tail = new byte[0];
  private boolean began;
  private boolean partSeen;

  ContentCheck(FileKind kind) {
    this.kind = kind;
  }

  /** Whether the file may still be of its kind after these further bytes. */
  boolean accepts(byte[] bytes, int length) {
    if (!began) {
      began = true;
      if (!kind.beginsLike(bytes, length)) {
        return false;
      }
    }
    if (kind.isText()) {
      return printable(bytes, length);
    }
    return kind.part() == null || withoutMacros(bytes, length);
  }

  /** Whether the whole was of its kind. */
  boolean complete() {
    return began && (kind.part() == null || partSeen);
  }

  private static boolean printable(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == 0x7f || (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f')) {
        return false;
      }
    }
    return true;
  }

  /** Archives list the names of their parts in the clear; a name may span two pieces. */
  private boolean withoutMacros(byte[] bytes, int length) {
    byte[] seen = Arrays.copyOf(tail, tail.length + length);
    System.arraycopy(bytes, 0, seen, tail.length, length);
    partSeen |= holds(seen, kind.part());
    int kept = Math.min(seen.length, 32);
    tail = Arrays.copyOfRange(seen, seen.length - kept, seen.length);
    return !holds(seen, MACROS);
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
