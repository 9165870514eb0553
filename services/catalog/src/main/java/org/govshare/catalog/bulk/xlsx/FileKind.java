package org.govshare.catalog.bulk.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a workbook from the other things that people send under its name. */
final class FileKind {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final int SAMPLE = 64 << 10;

  private FileKind() {}

  /**
   * @throws WorkbookRefused if the file is something else, which the code names
   */
  static void refuseOthers(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(SAMPLE);
    }
    if (start.length == 0) {
      throw new WorkbookRefused("workbook-without-content");
    }
    if (startsWith(start, ZIP)) {
      return;
    }
    if (startsWith(start, COMPOUND)) {
      throw new WorkbookRefused(
          contains(path, ENCRYPTED) ? "workbook-encrypted" : "workbook-old-format");
    }
    Optional<Charset> text = charset(start);
    if (text.isPresent()) {
      throw new WorkbookRefused("workbook-is-text", text.get().displayName());
    }
    throw new WorkbookRefused("workbook-unknown-kind");
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || bytes[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Path path, byte[] wanted) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] window = new byte[SAMPLE];
      int kept = 0;
      int count;
      while ((count = in.read(window, kept, window.length - kept)) > 0) {
        int length = kept + count;
        for (int i = 0; i + wanted.length <= length; i++) {
          if (matches(window, i, wanted)) {
            return true;
          }
        }
        kept = Math.min(wanted.length - 1, length);
        System.arraycopy(window, length - kept, window, 0, kept);
      }
      return false;
    }
  }

  private static boolean matches(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> charset(byte[] sample) {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
      if (isText(sample, charset)) {
        return Optional.of(charset);
      }
    }
    return Optional.empty();
  }

  private static boolean isText(byte[] sample, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(sample.length);
    // The sample may end within a character: that is no error before the end of the input.
    if (decoder.decode(ByteBuffer.wrap(sample), text, false).isError()) {
      return false;
    }
    return text.flip()
        .chars()
        .allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
  }
}
