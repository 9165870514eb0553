package org.govshare.catalog.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What exported files are called. */
final class FileNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private FileNames() {}

  static String of(ExportFormat format, Instant time) {
    return "政务信息资源目录-" + TIME.format(time) + "." + format.suffix();
  }

  /** The {@code Content-Disposition} of a file to be kept, after RFC 6266. */
  static String disposition(String name) {
    String plain = name.replace("政务信息资源目录", "catalogue");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
