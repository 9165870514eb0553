package org.govshare.catalog.proposal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scripts as databases and their tools write them, and as nobody should. */
class DdlParserTest {

  private static SourceTable only(DdlScript script) {
    assertThat(script.faults()).isEmpty();
    assertThat(script.tables()).hasSize(1);
    return script.tables().get(0);
  }

  private static void refused(String ddl, int line, String reason) {
    DdlScript script = DdlParser.read(ddl);
    assertThat(script.faults()).extracting(DdlFault::reason).contains(reason);
    DdlFault fault =
        script.faults().stream().filter(it -> it.reason().equals(reason)).findFirst().orElseThrow();
    assertThat(fault.line()).isEqualTo(line);
  }

  @Test
  void readsPostgresql() {
    SourceTable table =
        only(
            DdlParser.read(
                """
                -- dumped by a tool
                SET client_encoding = 'UTF8';
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$
                begin create table fake (a int); end; $body$;
                CREATE TABLE IF NOT EXISTS public.enterprise (
                    id bigint GENERATED ALWAYS AS IDENTITY,
                    "uscc" character varying(18) NOT NULL,
                    name varchar(200) DEFAULT 'a,(b)'::character varying,
                    capital numeric(18, 2) CHECK (capital >= 0),
                    tags text[],
                    updated timestamp(3) without time zone,
                    CONSTRAINT enterprise_pk PRIMARY KEY (id, uscc)
                );
                COMMENT ON TABLE public.enterprise IS '企业基本信息表';
                COMMENT ON COLUMN public.enterprise.name IS '企业名称''全称''';
                COMMENT ON COLUMN other.thing IS '不相干';
                CREATE INDEX ON enterprise (name);
                """));
    assertThat(table.schema()).isEqualTo("public");
    assertThat(table.name()).isEqualTo("enterprise");
    assertThat(table.comment()).isEqualTo("企业基本信息表");
    assertThat(table.line()).isEqualTo(5);
    assertThat(table.columns())
        .containsExactly(
            new SourceColumn("id", "bigint", null, true),
            new SourceColumn("uscc", "character varying(18)", null, true),
            new SourceColumn("name", "varchar(200)", "企业名称'全称'", false),
            new SourceColumn("capital", "numeric(18,2)", null, false),
            new SourceColumn("tags", "text[]", null, false),
            new SourceColumn("updated", "timestamp(3)", null, false));
  }

  @Test
  void readsMysql() {
    SourceTable table =
        only(
            DdlParser.read(
                """
                # a comment
                /*!40101 SET NAMES utf8 */;
                CREATE TABLE `marriage` (
                  `id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT '主键',
                  `key` varchar(32) COMMENT '登记字号;唯一',
                  key varchar2(10),
                  `sex` enum('男','女') DEFAULT '男' COMMENT 'It\\'s',
                  `at` datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                  PRIMARY KEY (`id`) USING BTREE,
                  UNIQUE KEY `u` (`key`),
                  KEY `s` (`sex`) COMMENT '索引'
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='婚姻登记';
                """
                    .replace("  key varchar2(10),\n", "")));
    assertThat(table.schema()).isNull();
    assertThat(table.comment()).isEqualTo("婚姻登记");
    assertThat(table.columns())
        .containsExactly(
            new SourceColumn("id", "int(11) unsigned", "主键", true),
            new SourceColumn("key", "varchar(32)", "登记字号;唯一", false),
            new SourceColumn("sex", "enum('男','女')", "It's", false),
            new SourceColumn("at", "datetime", null, false));
  }

  @Test
  void readsOracleDamengAndSqlServer() {
    DdlScript script =
        DdlParser.read(
            """
            CREATE TABLE "MZ"."LOW_INCOME"
             ( "ID" NUMBER(19,0) PRIMARY KEY,
               "NAME" VARCHAR2(50 CHAR) NOT NULL ENABLE,
               "PHOTO" LONG RAW,
               "AT" TIMESTAMP (6) WITH TIME ZONE
             ) TABLESPACE "USERS"
            /
            COMMENT ON TABLE "MZ"."LOW_INCOME" IS '低收入家庭'
            /
            COMMENT ON COLUMN "MZ"."LOW_INCOME"."NAME" IS '姓名'
            /
            CREATE TABLE [dbo].[people] ([id] [int] IDENTITY(1,1) NOT NULL, key varchar(10))
            GO
            """);
    assertThat(script.faults()).isEmpty();
    assertThat(script.tables()).extracting(SourceTable::schema).containsExactly("MZ", "dbo");
    assertThat(script.tables().get(0).comment()).isEqualTo("低收入家庭");
    assertThat(script.tables().get(0).columns())
        .containsExactly(
            new SourceColumn("ID", "number(19,0)", null, true),
            new SourceColumn("NAME", "varchar2(50char)", "姓名", false),
            new SourceColumn("PHOTO", "long raw", null, false),
            new SourceColumn("AT", "timestamp(6) with time zone", null, false));
    assertThat(script.tables().get(1).columns())
        .extracting(SourceColumn::name)
        .containsExactly("id", "key");
  }

  @Test
  void namesTheLineAndTheReason() {
    refused("select 1;\n\ncreate table (a int);", 3, "ddl-table-name");
    refused("create table t (\n a int,\n b\n);", 3, "ddl-column-type");
    refused("create table t (a int,, b int);", 1, "ddl-empty-column");
    refused("create table t (a int, A text);", 1, "ddl-column-twice");
    refused("create table t (a int);\ncreate table T (b int);", 2, "ddl-table-twice");
    refused("create table t as select 1;", 1, "ddl-no-columns");
    refused("create table t (primary key (a));", 1, "ddl-no-columns");
    refused("create table t (a int", 1, "ddl-parenthesis-open");
    refused("create table t (a int);\n/* open", 2, "ddl-comment-open");
    refused("\ncomment on table t is 'open;\n\n", 2, "ddl-string-open");
    refused("create table \"open (a int);", 1, "ddl-name-open");
    refused("comment on table t is 5;", 1, "ddl-comment-text");
    refused("create table " + "x".repeat(64) + " (a int);", 1, "ddl-name-too-long");
    refused("\n\u0001\u0002;", 2, "ddl-no-statement");
    assertThat(DdlParser.read("create table good (a int);\ncreate table bad (a);").tables())
        .extracting(SourceTable::name)
        .containsExactly("good");
  }

  @Test
  void boundsWhatIsRead() {
    String columns =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(","));
    refused("create table t (" + columns + ");", 1, "ddl-too-many-columns");
    String tables =
        IntStream.range(0, 300)
            .mapToObj(i -> "create table t" + i + " (a int);")
            .collect(Collectors.joining());
    DdlScript many = DdlParser.read(tables);
    assertThat(many.tables()).hasSize(DdlParser.TABLE_LIMIT);
    assertThat(many.faults()).extracting(DdlFault::reason).containsOnly("ddl-too-many-tables");
    refused(
        "create table t (a int default " + "(".repeat(200_000) + ")".repeat(200_000) + ");",
        1,
        "ddl-too-deep");
  }

  /** Bombs of many shapes end; how long they take is for a person to look at, not for a test. */
  @Test
  void bombsComeToAnEnd() {
    List<String> shapes =
        List.of(
            "(",
            ")",
            "'",
            "''",
            "\"",
            "`",
            "[a",
            "$",
            "$a",
            "$$",
            "/*",
            "--",
            "/ ",
            " / ",
            "GO ",
            "x GO\n",
            "a.",
            "a,",
            ",",
            "create table ",
            "create table t(",
            "comment on column ",
            "with ",
            "\\",
            "E'\\",
            "#",
            " #",
            ";",
            "\u0000",
            "𠀀",
            "1e5.");
    for (String shape : shapes) {
      DdlParser.read(shape.repeat(1_000_000 / shape.length()));
      DdlParser.read("create table t (a int " + shape.repeat(900_000 / shape.length()) + ");");
    }
  }

  @Test
  void neverFailsOtherwise() {
    long seed = 20261122;
    Random random = new Random(seed);
    String[] pieces = {
      "create", " table ", "t", "(", ")", ",", "a int", "'", "\"", "`", ";", "\n", "comment on ",
      "column ", "is ", "primary key", "$x$", "/*", "*/", "--", "[", "]", "varchar(", "10", "表", "."
    };
    for (int i = 0; i < 5_000; i++) {
      StringBuilder script = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        script.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        DdlParser.read(script.toString());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", script " + script, e);
      }
    }
  }
}
