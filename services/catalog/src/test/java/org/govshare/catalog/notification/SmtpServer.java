package org.govshare.catalog.notification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server on a free port. It refuses recipients whose address begins with {@code gone}
 * for good, and those that begin with {@code busy} as often as it is told to.
 */
class SmtpServer {

  /** What arrived. */
  record Received(String recipient, String content) {}

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final List<Received> all = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final SMTPServer server =
      SMTPServer.port(0).hostName("localhost").messageHandlerFactory(Handler::new).build();

  int start() {
    server.start();
    return server.getPortAllocated();
  }

  void stop() {
    server.stop();
  }

  void beBusy(int times) {
    busy.set(times);
  }

  int timesStillBusy() {
    return busy.get();
  }

  /** The next e-mail to this address; fails if none comes. */
  Received next(String recipient) throws InterruptedException {
    while (true) {
      Received next = received.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("No e-mail to " + recipient + " came, but " + all);
      }
      if (next.recipient().equals(recipient)) {
        return next;
      }
    }
  }

  long count(String recipient) {
    return all.stream().filter(mail -> mail.recipient().equals(recipient)).count();
  }

  private final class Handler implements MessageHandler {

    private String recipient;

    Handler(MessageContext context) {}

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String to) throws RejectException {
      if (to.startsWith("gone")) {
        throw new RejectException(550, "No such mailbox");
      }
      if (to.startsWith("busy") && busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new RejectException(451, "Try again later");
      }
      recipient = to;
    }

    @Override
    public String data(InputStream content) throws IOException {
      Received mail =
          new Received(recipient, new String(content.readAllBytes(), StandardCharsets.UTF_8));
      all.add(mail);
      received.add(mail);
      return null;
    }

    @Override
    public void done() {}
  }
}
