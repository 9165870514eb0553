package org.govshare.catalog.bulk.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file, it is refused as a workbook and fails in no other way. */
class SpoiltFileTest {

  private static final XlsxLimits LIMITS = new XlsxLimits(64L << 20, 200, 100, 8L << 20);

  /** Length of the last record of an archive, which ends with the length of its comment. */
  private static final int END_RECORD = 22;

  @TempDir Path directory;

  private Path file;
  private byte[] good;

  @BeforeEach
  void writeGoodFile() throws IOException {
    file = directory.resolve("spoilt.xlsx");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "govshare-test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("信息资源目录");
      for (int row = 0; row < 20; row++) {
        sheet.value(row, 0, "合成资源" + row);
        sheet.value(row, 1, row);
      }
    }
    good = out.toByteArray();
  }

  @Test
  void aGoodFileIsReadToItsEnd() throws IOException {
    Files.write(file, good);
    assertThat(rows()).isEqualTo(20);
  }

  @Test
  void aCommentThatIsNotThereIsRefused() throws IOException {
    for (int length : new int[] {1, 255, 65_535}) {
      byte[] spoilt = good.clone();
      spoilt[spoilt.length - 2] = (byte) length;
      spoilt[spoilt.length - 1] = (byte) (length >> 8);
      assertRefused(spoilt);
    }
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    for (int length = good.length - 1; length > good.length - 4 * END_RECORD; length--) {
      assertRefused(Arrays.copyOf(good, length));
    }
    for (int length = 0; length < good.length; length += 37) {
      assertRefused(Arrays.copyOf(good, length));
    }
  }

  @Test
  void changedBytesAreReadOrRefused() throws IOException {
    long seed = 20_261_123L;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      byte[] spoilt = good.clone();
      for (int i = 0; i <= random.nextInt(8); i++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, spoilt);
      try {
        rows();
      } catch (WorkbookRefused refused) {
        assertThat(refused.code()).startsWith("workbook-");
      } catch (IOException | RuntimeException failure) {
        fail("seed %d, round %d".formatted(seed, round), failure);
      }
    }
  }

  private void assertRefused(byte[] content) throws IOException {
    Files.write(file, content);
    assertThatThrownBy(this::rows)
        .as("%d of %d bytes", content.length, good.length)
        .isInstanceOf(WorkbookRefused.class);
  }

  private int rows() throws IOException {
    int[] count = {0};
    try (XlsxFile workbook = XlsxFile.open(file, LIMITS)) {
      for (SheetName sheet : workbook.sheets()) {
        workbook.read(
            sheet,
            row -> {
              count[0]++;
              return true;
            });
      }
    }
    return count[0];
  }
}
