package org.govshare.node.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.govshare.node.run.RunFailure;

/**
 * Types that a read position may be of: how to read one from a binary tuple as PostgreSQL's text.
 */
enum KeyType {
  SMALLINT("smallint", 2) {
    @Override
    String text(ByteBuffer value) {
      return Short.toString(value.getShort());
    }
  },
  INTEGER("integer", 4) {
    @Override
    String text(ByteBuffer value) {
      return Integer.toString(value.getInt());
    }
  },
  BIGINT("bigint", 8) {
    @Override
    String text(ByteBuffer value) {
      return Long.toString(value.getLong());
    }
  },
  TEXT("text", -1) {
    @Override
    String text(ByteBuffer value) {
      return StandardCharsets.UTF_8.decode(value).toString();
    }
  },
  VARCHAR("character varying", -1) {
    @Override
    String text(ByteBuffer value) {
      return TEXT.text(value);
    }
  },
  BPCHAR("bpchar", -1) {
    @Override
    String text(ByteBuffer value) {
      return TEXT.text(value);
    }
  },
  UUID_TYPE("uuid", 16) {
    @Override
    String text(ByteBuffer value) {
      return new UUID(value.getLong(), value.getLong()).toString();
    }
  },
  DATE("date", 4) {
    @Override
    String text(ByteBuffer value) {
      int days = value.getInt();
      if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
        return days > 0 ? "infinity" : "-infinity";
      }
      LocalDate date = LocalDate.of(2000, 1, 1).plusDays(days);
      return day(date) + era(date);
    }
  },
  TIMESTAMP("timestamp without time zone", 8) {
    @Override
    String text(ByteBuffer value) {
      return instant(value.getLong(), "");
    }
  },
  TIMESTAMPTZ("timestamp with time zone", 8) {
    @Override
    String text(ByteBuffer value) {
      return instant(value.getLong(), "+00");
    }
  };

  private final String sqlType;
  private final int length;

  KeyType(String sqlType, int length) {
    this.sqlType = sqlType;
    this.length = length;
  }

  abstract String text(ByteBuffer value);

  /** Type of a column by its base type. */
  static KeyType of(String column, String baseType) {
    String name = baseType.equals("character") ? "bpchar" : baseType;
    for (KeyType type : values()) {
      if (type.sqlType.equals(name)) {
        return type;
      }
    }
    throw new RunFailure(
        "key-type",
        "column "
            + column
            + " is of type "
            + baseType
            + "; a read position may be of smallint, integer, bigint, text, character varying,"
            + " character, uuid, date or timestamp");
  }

  /** Name to cast a position to. */
  String sqlType() {
    return sqlType;
  }

  /** Text of a field of a binary tuple. */
  String read(byte[] buffer, int offset, int fieldLength) {
    if (length >= 0 && fieldLength != length) {
      throw new IllegalStateException("a " + sqlType + " of " + fieldLength + " bytes");
    }
    return text(ByteBuffer.wrap(buffer, offset, fieldLength));
  }

  private static String instant(long micros, String zone) {
    if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
      return micros > 0 ? "infinity" : "-infinity";
    }
    LocalDateTime time = LocalDateTime.of(2000, 1, 1, 0, 0).plus(micros, ChronoUnit.MICROS);
    return String.format(
        Locale.ROOT,
        "%s %02d:%02d:%02d.%06d%s%s",
        day(time.toLocalDate()),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano() / 1000,
        zone,
        era(time.toLocalDate()));
  }

  private static String day(LocalDate date) {
    int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
  }

  private static String era(LocalDate date) {
    return date.getYear() > 0 ? "" : " BC";
  }
}
