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
import org.govshare.catalog.export.XmlText;

/** What is said about one thing, handed on statement by statement, alike in all syntaxes. */
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
    return say(property, Values.literal(XmlText.of(text), "zh"));
  }

  Description plain(IRI property, String text) {
    return say(property, Values.literal(XmlText.of(text)));
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
}
