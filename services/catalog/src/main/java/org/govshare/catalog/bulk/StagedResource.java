package org.govshare.catalog.bulk;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.govshare.catalog.bulk.reading.ReadResource;
import org.govshare.catalog.resource.ImportedResource;

/**
 * A good resource of a workbook, ready to be written.
 *
 * @param row its first row
 * @param nameRow the row that has its name
 * @param codeRow the row that has its identifier
 * @param publishedOn when it was published, {@code null} if the workbook does not say
 */
record StagedResource(
    int row, int nameRow, int codeRow, LocalDate publishedOn, ImportedResource resource) {

  private static final long NEVER = Long.MIN_VALUE;

  static StagedResource of(ReadResource read) {
    return new StagedResource(
        read.row(),
        read.nameRow(),
        read.codeRow(),
        read.publishedOn(),
        ImportedResource.of(read.department(), read.input()));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(row);
    out.writeInt(nameRow);
    out.writeInt(codeRow);
    out.writeLong(publishedOn == null ? NEVER : publishedOn.toEpochDay());
    resource.write(out);
  }

  static StagedResource read(DataInputStream in) throws IOException {
    int row = in.readInt();
    int nameRow = in.readInt();
    int codeRow = in.readInt();
    long day = in.readLong();
    return new StagedResource(
        row,
        nameRow,
        codeRow,
        day == NEVER ? null : LocalDate.ofEpochDay(day),
        ImportedResource.read(in));
  }
}
