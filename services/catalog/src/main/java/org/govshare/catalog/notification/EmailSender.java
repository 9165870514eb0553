package org.govshare.catalog.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the e-mails of notices. Of several replicas one holds an e-mail at a time. A replica that
 * dies between the server's word and its own row leaves an e-mail to be sent again; it carries the
 * same {@code Message-ID}, by which mail systems know it.
 */
@Singleton
class EmailSender {

  private static final Logger LOG = Logger.getLogger(EmailSender.class);
  private static final int MOST_DOUBLINGS = 6;
  private static final int REASON_LIMIT = 500;

  private final Vertx vertx;
  private final EmailConfig config;
  private final EmailRows rows;
  private final NoticeTexts texts;
  private final ReactiveMailer mailer;
  private final String portal;
  private final String replica = UUID.randomUUID().toString();
  private volatile boolean stopped;

  EmailSender(
      Vertx vertx,
      EmailConfig config,
      EmailRows rows,
      NoticeTexts texts,
      ReactiveMailer mailer,
      @ConfigProperty(name = "govshare.portal.url") String portal) {
    this.vertx = vertx;
    this.config = config;
    this.rows = rows;
    this.texts = texts;
    this.mailer = mailer;
    this.portal = portal;
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(
        Duration.ofHours(1).toMillis(),
        timer ->
            rows.forget(config.retentionInterval()).subscribe().with(done -> {}, this::failed));
    if (config.available()) {
      sendLater();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void sendLater() {
    vertx.setTimer(
        config.interval().toMillis(),
        timer -> {
          if (!stopped) {
            sendDue()
                .subscribe()
                .with(
                    done -> sendLater(),
                    failure -> {
                      failed(failure);
                      sendLater();
                    });
          }
        });
  }

  private void failed(Throwable failure) {
    LOG.warnf("E-mails were not looked after: %s", failure.getMessage());
  }

  private Uni<Void> sendDue() {
    return rows.take(replica, config.leaseInterval(), config.limit())
        .chain(
            taken ->
                Multi.createFrom()
                    .iterable(taken)
                    .onItem()
                    .transformToUniAndConcatenate(this::send)
                    .collect()
                    .asList())
        .replaceWithVoid();
  }

  private Uni<Void> send(Row row) {
    UUID id = row.getUUID("id");
    // An e-mail that cannot be made is a failed attempt like any other and holds up no others.
    return Uni.createFrom()
        .item(() -> mail(row))
        .chain(mail -> mailer.send(mail))
        .map(sent -> (Throwable) null)
        .onFailure()
        .recoverWithItem(failure -> failure)
        .chain(failure -> failure == null ? rows.sent(id, replica) : failed(row, failure));
  }

  private Mail mail(Row row) {
    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
    Locale language = Locale.forLanguageTag(row.getString("language"));
    String arguments = row.getString("arguments");
    String link = row.getString("link");
    String text = texts.text(kind, arguments, language);
    return Mail.withText(
            row.getString("address"),
            // A subject is one line whatever its arguments hold.
            texts.title(kind, arguments, language).replaceAll("\\s+", " "),
            link == null ? text : text + "\n\n" + portal + link)
        .addHeader("Message-ID", "<" + row.getUUID("id") + "@govshare>")
        .addHeader("Auto-Submitted", "auto-generated");
  }

  private Uni<Void> failed(Row row, Throwable failure) {
    UUID id = row.getUUID("id");
    String reason = reason(failure);
    if (refusesAddress(failure)) {
      return rows.giveUp(id, replica, reason)
          .chain(() -> rows.refused(row.getString("person"), row.getString("address"), reason));
    }
    int attempts = row.getInteger("attempts");
    if (attempts >= config.attemptLimit()) {
      return rows.giveUp(id, replica, reason);
    }
    long factor = 1L << Math.min(attempts - 1, MOST_DOUBLINGS);
    return rows.retry(id, replica, config.retryInterval().multipliedBy(factor), reason);
  }

  /** The server will never take mail for this address; a wrong password is not of that kind. */
  private static boolean refusesAddress(Throwable failure) {
    return failure instanceof SMTPException answer
        && answer.getReplyCode() >= 550
        && answer.getReplyCode() <= 559;
  }

  private static String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
    return message.length() > REASON_LIMIT ? message.substring(0, REASON_LIMIT) : message;
  }
}
