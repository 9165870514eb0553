package org.govshare.catalog.bulk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.govshare.catalog.bulk.reading.ReadResource;
import org.govshare.catalog.resource.ImportedResource;

/**
 * Makes lines of what was read and lays them ready in parts. Each part belongs to a lane, and all
 * resources whose identifiers are given out under the same digits to the same one, so that lanes
 * can be written at the same time without waiting for each other.
 */
final class PartMaker {

  /** How many lanes are written at the same time. */
  static final int LANES = 2;

  private static final int ENOUGH_BYTES = 2 << 20;
  private static final int PREFIX = 16;

  private final Connection connection;
  private final StagedParts.Staging staging;
  private final int limit;
  private final Open[] lanes = new Open[LANES];
  private int parts;

  /**
   * @param connection commits by itself
   * @param limit resources in a part
   */
  PartMaker(Connection connection, StagedParts.Staging staging, int limit) {
    this.connection = connection;
    this.staging = staging;
    this.limit = limit;
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = new Open();
    }
  }

  /** A part that is being filled. */
  private static final class Open {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(ENOUGH_BYTES);
    private final DataOutputStream out = new DataOutputStream(content);
    private int resources;
    private int number;
  }

  void add(List<ReadResource> read) throws SQLException, IOException {
    for (ReadResource each : read) {
      StagedResource resource = StagedResource.of(each);
      int lane = lane(resource.resource());
      Open open = lanes[lane];
      resource.write(open.out);
      if (++open.resources >= limit || open.content.size() >= ENOUGH_BYTES) {
        end(lane);
      }
    }
  }

  private static int lane(ImportedResource resource) {
    String digits =
        resource.proposedIdentifier() == null
            ? resource.categoryCode() + resource.departmentCode()
            : resource.proposedIdentifier().substring(0, PREFIX);
    return Math.floorMod(digits.hashCode(), LANES);
  }

  private void end(int lane) throws SQLException {
    Open open = lanes[lane];
    StagedParts.add(connection, staging, lane, open.number++, open.content.toByteArray());
    parts++;
    open.content.reset();
    open.resources = 0;
  }

  /** Ends the parts that are open and says how many there are. */
  int end() throws SQLException {
    for (int lane = 0; lane < LANES; lane++) {
      if (lanes[lane].resources > 0) {
        end(lane);
      }
    }
    return parts;
  }
}
