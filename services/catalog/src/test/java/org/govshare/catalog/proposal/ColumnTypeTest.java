package org.govshare.catalog.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.govshare.catalog.resource.DataType;
import org.junit.jupiter.api.Test;

/** Types of databases among the eleven kinds. */
class ColumnTypeTest {

  @Test
  void mapsWhatDatabasesWrite() {
    Map<String, ColumnType> expected =
        Map.ofEntries(
            Map.entry("varchar(18)", new ColumnType(DataType.C, 18)),
            Map.entry("character varying(200)", new ColumnType(DataType.C, 200)),
            Map.entry("varchar2(50char)", new ColumnType(DataType.C, 50)),
            Map.entry("character varying", new ColumnType(DataType.M, null)),
            Map.entry("char", new ColumnType(DataType.C, 1)),
            Map.entry("text", new ColumnType(DataType.M, null)),
            Map.entry("numeric(18,2)", new ColumnType(DataType.N, 18)),
            Map.entry("number", new ColumnType(DataType.N, null)),
            Map.entry("int(11) unsigned", new ColumnType(DataType.I, 10)),
            Map.entry("bigint", new ColumnType(DataType.I, 19)),
            Map.entry("tinyint(1)", new ColumnType(DataType.L, null)),
            Map.entry("tinyint(4)", new ColumnType(DataType.I, 3)),
            Map.entry("boolean", new ColumnType(DataType.L, null)),
            Map.entry("bit", new ColumnType(DataType.L, null)),
            Map.entry("money", new ColumnType(DataType.Y, null)),
            Map.entry("real", new ColumnType(DataType.F, null)),
            Map.entry("double precision", new ColumnType(DataType.B, null)),
            Map.entry("date", new ColumnType(DataType.D, null)),
            Map.entry("timestamp without time zone", new ColumnType(DataType.T, null)),
            Map.entry("timestamp(6) with time zone", new ColumnType(DataType.T, null)),
            Map.entry("datetime", new ColumnType(DataType.T, null)),
            Map.entry("time without time zone", new ColumnType(DataType.C, 15)),
            Map.entry("enum('男','女')", new ColumnType(DataType.C, 1)),
            Map.entry("bytea", new ColumnType(DataType.G, null)),
            Map.entry("text[]", new ColumnType(DataType.G, null)),
            Map.entry("geometry(point,4326)", new ColumnType(DataType.G, null)),
            Map.entry("varchar(99999999999)", new ColumnType(DataType.M, null)),
            Map.entry("varchar(0)", new ColumnType(DataType.M, null)));
    expected.forEach(
        (written, type) -> assertThat(ColumnType.of(written)).as(written).isEqualTo(type));
  }
}
