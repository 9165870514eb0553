package org.govshare.catalog.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken, and what tells each from all others. */
enum FileKind {
  PDF("application/pdf", List.of("pdf"), List.of("255044462d"), null),
  OFD("application/ofd", List.of("ofd"), Heads.ZIP, "OFD.xml"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      List.of("docx"),
      Heads.ZIP,
      "word/document.xml"),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      List.of("xlsx"),
      Heads.ZIP,
      "xl/workbook.xml"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      List.of("pptx"),
      Heads.ZIP,
      "ppt/presentation.xml"),
  DOC("application/msword", List.of("doc", "wps"), Heads.COMPOUND, null),
  XLS("application/vnd.ms-excel", List.of("xls", "et"), Heads.COMPOUND, null),
  PPT("application/vnd.ms-powerpoint", List.of("ppt", "dps"), Heads.COMPOUND, null),
  PNG("image/png", List.of("png"), List.of("89504e470d0a1a0a"), null),
  JPEG("image/jpeg", List.of("jpg", "jpeg"), List.of("ffd8ff"), null),
  TIFF("image/tiff", List.of("tif", "tiff"), List.of("49492a00", "4d4d002a"), null),
  TEXT("text/plain", List.of("txt"), List.of(), null),
  CSV("text/csv", List.of("csv"), List.of(), null);

  private final String contentType;
  private final List<String> extensions;
  private final List<byte[]> heads;
  private final byte[] part;

  FileKind(String contentType, List<String> extensions, List<String> heads, String part) {
    this.contentType = contentType;
    this.extensions = extensions;
    this.heads = heads.stream().map(HexFormat.of()::parseHex).toList();
    this.part = part == null ? null : part.getBytes(StandardCharsets.US_ASCII);
  }

  static Optional<FileKind> of(String contentType) {
    String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.contentType.equals(bare)).findFirst();
  }

  String contentType() {
    return contentType;
  }

  /** Whether a file of this name may be of this kind. */
  boolean fits(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return extensions.contains(extension);
  }

  /** Whether a file that begins so may be of this kind. */
  boolean beginsLike(byte[] bytes, int length) {
    return heads.isEmpty()
        || heads.stream()
            .anyMatch(
                head ->
                    head.length <= length
                        && Arrays.equals(head, 0, head.length, bytes, 0, head.length));
  }

  /** Whether it is plain text, without any control characters but those of layout. */
  boolean isText() {
    return heads.isEmpty();
  }

  /** The part that every archive of this kind holds, {@code null} if it is no archive. */
  byte[] part() {
    return part;
  }

  private static final class Heads {
    private static final List<String> ZIP = List.of("504b0304");
    private static final List<String> COMPOUND = List.of("d0cf11e0a1b11ae1");
  }
}
