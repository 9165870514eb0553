package org.govshare.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.govshare.catalog.bulk.reading.Fault;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.ReferenceData;
import org.govshare.catalog.bulk.reading.WorkbookReading;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.xlsx.WorkbookRefused;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.junit.jupiter.api.Test;

/**
 * Damaged workbooks: each is refused with a reason, or read with faults or without, and never fails
 * in another way. {@code -Dgovshare.fuzz.rounds} says how many, {@code -Dgovshare.fuzz.seed} which.
 */
@QuarkusTest
class ImportFuzzTest extends ImportCase {

  private static final int ROUNDS = Integer.getInteger("govshare.fuzz.rounds", 200);
  private static final long SEED = Long.getLong("govshare.fuzz.seed", 20_261_122L);
  private static final List<String> FRAGMENTS =
      List.of(
          "<row r=\"0\">",
          "<row r=\"99999999999\">",
          "<c r=\"ZZZZ1\" t=\"s\"><v>-1</v></c>",
          "<c r=\"A1\" t=\"s\"><v>99999999</v></c>",
          "<mergeCell ref=\"B9:A1\"/>",
          "<mergeCell ref=\"A1:XFD1048576\"/>",
          "<f>SUM(A1:A9)</f>",
          "&#0;",
          "&undefined;",
          "</row>",
          "<!DOCTYPE a [<!ENTITY b \"c\">]>",
          "]]>",
          "\u0001");

  @Inject ImportFiles files;
  @Inject ImportReference reference;

  private static byte[] sound() {
    Workbooks workbook = Workbooks.workbook();
    for (int i = 0; i < 12; i++) {
      workbook.with("模糊测试之" + Integer.toString(i / 3, 36) + "号信息", "项" + i);
    }
    return workbook
        .then(
            sheet ->
                sheet
                    .range(
                        1,
                        Workbooks.column(TemplateColumn.NAME),
                        3,
                        Workbooks.column(TemplateColumn.NAME))
                    .merge())
        .bytes();
  }

  @Test
  void damagedWorkbooksAreReadOrRefusedAndNothingElse() throws Exception {
    ReferenceData data = reference.data();
    byte[] sound = sound();
    Map<String, byte[]> parts = parts(sound);
    int refused = 0;
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(SEED + round);
      byte[] damaged = damaged(sound, parts, random);
      try {
        read(damaged, data);
        read++;
      } catch (WorkbookRefused told) {
        refused++;
      } catch (Exception | Error failure) {
        throw new AssertionError("seed " + SEED + ", round " + round, failure);
      }
    }
    // Both are reached, or the damage is of one kind only.
    assertThat(refused).as("seed %d", SEED).isPositive();
    assertThat(read).as("seed %d", SEED).isPositive();
  }

  private void read(byte[] workbook, ReferenceData data) throws IOException {
    Path file = Files.createTempFile("fuzz", ".xlsx");
    try {
      Files.write(file, workbook);
      try (XlsxFile open = files.open(file)) {
        new WorkbookReading(
                data, new KnownCatalogue(List.of()), code -> true, this::sensible, resource -> {})
            .read(open);
      }
    } finally {
      Files.delete(file);
    }
  }

  private void sensible(Fault fault) {
    assertThat(fault.row()).isPositive();
    assertThat(fault.reason()).isNotBlank();
  }

  private static byte[] damaged(byte[] sound, Map<String, byte[]> parts, Random random)
      throws IOException {
    return switch (random.nextInt(5)) {
      case 0 -> overwritten(sound, random);
      case 1 -> Arrays.copyOf(sound, 1 + random.nextInt(sound.length - 1));
      default -> rewritten(parts, random);
    };
  }

  private static byte[] overwritten(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int i = 0; i <= random.nextInt(8); i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  /** The same parts, properly packed, with damage within one of them or two. */
  private static byte[] rewritten(Map<String, byte[]> parts, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = random.nextInt(parts.size());
    try (ZipOutputStream to = new ZipOutputStream(out)) {
      int number = 0;
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        boolean sheet = part.getKey().contains("sheet1") && random.nextBoolean();
        to.putNextEntry(new ZipEntry(part.getKey()));
        to.write(number++ == at || sheet ? within(part.getValue(), random) : part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Path file = Files.createTempFile("sound", ".xlsx");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    } finally {
      Files.delete(file);
    }
    return parts;
  }

  private static byte[] within(byte[] content, Random random) throws IOException {
    int from = random.nextInt(content.length);
    int to = Math.min(content.length, from + 1 + random.nextInt(200));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, from);
    switch (random.nextInt(4)) {
      case 0 -> {
        // Left out.
      }
      case 1 -> {
        out.write(content, from, to - from);
        out.write(content, from, to - from);
      }
      case 2 -> out.writeBytes(overwritten(Arrays.copyOfRange(content, from, to), random));
      default -> {
        String fragment = FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
        out.writeBytes(fragment.getBytes(StandardCharsets.UTF_8));
        out.write(content, from, to - from);
      }
    }
    out.write(content, to, content.length - to);
    return out.toByteArray();
  }
}
