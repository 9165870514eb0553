package org.govshare.exchange.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeFitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | text",
        "jsonb | jsonb",
        "integer[] | integer[]",
        "character varying(10) | character varying(10)",
        "character varying(10) | character varying(11)",
        "character varying(10) | character varying",
        "character varying(10) | text",
        "character varying | text",
        "text | character varying",
        "character(5) | character(8)",
        "character(5) | character varying(5)",
        "character | text",
        "smallint | integer",
        "smallint | bigint",
        "integer | bigint",
        "integer | double precision",
        "smallint | real",
        "integer | numeric",
        "integer | numeric(12,2)",
        "bigint | numeric(19,0)",
        "numeric(10,2) | numeric(12,2)",
        "numeric(10,2) | numeric(12,4)",
        "numeric(10,2) | numeric",
        "real | double precision",
        "date | timestamp without time zone",
        "date | timestamp(0) without time zone",
        "timestamp(3) without time zone | timestamp without time zone",
        "timestamp(3) with time zone | timestamp(6) with time zone",
        "uuid | text",
        "uuid | character varying(36)"
      })
  void fits(String source, String target) {
    assertThat(TypeFit.fits(source, target)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "character varying(11) | character varying(10)",
        "character varying | character varying(10)",
        "text | character varying(4000)",
        "text | integer",
        "integer | text",
        "character varying(5) | character(5)",
        "character(9) | character(8)",
        "character(9) | character varying(8)",
        "bigint | integer",
        "integer | smallint",
        "bigint | double precision",
        "integer | real",
        "integer | numeric(11,2)",
        "bigint | numeric(18,0)",
        "numeric | numeric(10,2)",
        "numeric(10,2) | numeric(10,4)",
        "numeric(10,4) | numeric(12,2)",
        "numeric(10,0) | bigint",
        "double precision | real",
        "double precision | numeric",
        "date | timestamp with time zone",
        "timestamp without time zone | date",
        "timestamp without time zone | timestamp with time zone",
        "timestamp with time zone | timestamp without time zone",
        "timestamp without time zone | timestamp(3) without time zone",
        "integer[] | bigint[]",
        "text | text[]",
        "json | jsonb",
        "boolean | integer",
        "uuid | character varying(35)",
        "bytea | text",
        "\"odd\"\"type\" | text"
      })
  void doesNotFit(String source, String target) {
    assertThat(TypeFit.fits(source, target)).isFalse();
  }
}
