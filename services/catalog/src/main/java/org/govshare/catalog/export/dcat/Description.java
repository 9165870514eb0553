package org.govshare.catalog.export.dcat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Statements;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFHandler;

/** What is said about one thing, handed on statement by statement. */
final class Description {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final RDFHandler target;
  private final IRI subject;

  private Description(RDFHandler target, IRI subject) {
    this.target = target;
    this.subject = subject;
  }

  static Description of(RDFHandler target, IRI subject, IRI... types) {
    Description description = new Description(target, subject);
    for (IRI type : types) {
      description.say(RDF.TYPE, type);
    }
    return description;
  }

  Description say(IRI property, Value value) {
    target.handleStatement(Statements.statement(subject, property, value, null));
    return this;
  }

  Description chinese(IRI property, String text) {
    return say(property, Values.literal(wellFormed(text), "zh"));
  }

  Description plain(IRI property, String text) {
    return say(property, Values.literal(wellFormed(text)));
  }

  Description time(IRI property, Instant instant) {
    String text =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
    return say(property, Values.literal(text, XSD.DATETIME));
  }

  Description date(IRI property, Instant instant) {
    return say(property, Values.literal(instant.atZone(ZONE).toLocalDate().toString(), XSD.DATE));
  }

  /** Without the characters that XML cannot hold, so that all syntaxes say the same. */
  private static String wellFormed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Description::inXml).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean inXml(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
