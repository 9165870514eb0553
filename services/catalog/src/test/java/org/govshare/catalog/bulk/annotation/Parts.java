package org.govshare.catalog.bulk.annotation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.govshare.catalog.bulk.xlsx.SheetName;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.XlsxLimits;

/** The parts of a workbook by name, before it is annotated and after. */
final class Parts {

  private static final XlsxLimits LIMITS = new XlsxLimits(64 << 20, 200, 100, 1 << 20);

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  static Parts of(byte[] workbook) throws IOException {
    Parts parts = new Parts();
    Path path = Files.createTempFile("annotated", ".xlsx");
    Files.write(path, workbook);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          parts.parts.put(entry.getName(), in.readAllBytes());
        }
      }
    } finally {
      Files.delete(path);
    }
    return parts;
  }

  Parts with(String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  String text(String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  Map<String, byte[]> all() {
    return parts;
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  /** The same workbook, its first sheet with remarks. */
  Parts annotated(int headerRow, IntFunction<List<Remark>> faultsOf) throws IOException {
    Path path = Files.createTempFile("annotated", ".xlsx");
    try {
      Files.write(path, bytes());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (XlsxFile file = XlsxFile.open(path, LIMITS)) {
        SheetName sheet = file.sheets().get(0);
        AnnotatedWorkbook.write(
            file,
            sheet,
            headerRow,
            faultsOf,
            List.of(new String[] {"列", "问题"}, new String[] {"信息资源摘要", "=required"}),
            out);
      }
      return of(out.toByteArray());
    } finally {
      Files.delete(path);
    }
  }

  /** Names of the sheets as a reader sees them. */
  List<String> sheets() throws IOException {
    Path path = Files.createTempFile("annotated", ".xlsx");
    try {
      Files.write(path, bytes());
      try (XlsxFile file = XlsxFile.open(path, LIMITS)) {
        for (SheetName sheet : file.sheets()) {
          file.read(sheet, row -> true);
        }
        return file.sheets().stream().map(SheetName::name).toList();
      }
    } finally {
      Files.delete(path);
    }
  }
}
