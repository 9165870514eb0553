package org.govshare.catalog.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma-separated values after RFC 4180. */
final class CsvText {

  private CsvText() {}

  static List<List<String>> rows(String text) {
    try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
      return rows.stream().map(CSVRecord::toList).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be read", e);
    }
  }
}
