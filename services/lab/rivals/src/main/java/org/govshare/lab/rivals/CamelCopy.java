package org.govshare.lab.rivals;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * Camel from SQL over JMS to SQL, through the same broker, persistent. After its documentation: SQL
 * component, "Using StreamList" (rows are streamed and split) and "batch" (one batch per message);
 * JMS component, "Using a caching connection factory" for sending, {@code transacted} by the
 * session alone ({@code lazyCreateTransactionManager=false}) with {@code
 * cacheLevelName=CACHE_CONSUMER} for receiving; a message holds a thousand rows.
 */
final class CamelCopy implements Copy {

  private static final int ROWS_A_MESSAGE = 1_000;

  private final Settings settings;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final AtomicLong written = new AtomicLong();
  private final SingleConnectionDataSource source;
  private volatile CountDownLatch all = new CountDownLatch(1);

  CamelCopy(Settings settings) throws Exception {
    this.settings = settings;
    // A cursor needs a transaction, and the target one connection that is kept. A stream list takes
    // no fetch size from its template: the driver's counts.
    Connection reading = settings.source().getConnection();
    reading.setAutoCommit(false);
    this.source = new SingleConnectionDataSource(reading, true);
    SingleConnectionDataSource target =
        new SingleConnectionDataSource(settings.target().getConnection(), true);
    camel.getRegistry().bind("source", source);
    camel.getRegistry().bind("target", target);
    camel.addComponent("sender", component(settings.sender(), settings.senderPassword(), true));
    camel.addComponent(
        "receiver", component(settings.receiver(), settings.receiverPassword(), false));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:copy")
                .to(
                    "sql:"
                        + settings.select()
                        + "?dataSource=#source&outputType=StreamList")
                .split(body())
                .streaming()
                .aggregate(constant(true), new GroupedBodyAggregationStrategy())
                .completionSize(ROWS_A_MESSAGE)
                .completionTimeout(1_000)
                .to("sender:queue:" + settings.queue() + "?deliveryPersistent=true&jmsMessageType=Object");
            from("receiver:queue:"
                    + settings.queue()
                    + "?transacted=true&lazyCreateTransactionManager=false"
                    + "&cacheLevelName=CACHE_CONSUMER")
                .to("sql:" + settings.insert(":#", "") + "?dataSource=#target&batch=true")
                .process(exchange -> counted(exchange.getMessage().getBody()));
          }
        });
    camel.start();
  }

  @Override
  public void run() throws Exception {
    written.set(0);
    all = new CountDownLatch(1);
    camel.createProducerTemplate().sendBody("direct:copy", null);
    source.getConnection().rollback();
    all.await();
  }

  @Override
  public void close() {
    camel.stop();
  }

  private void counted(Object body) {
    long rows = body instanceof List<?> list ? list.size() : 1;
    if (written.addAndGet(rows) >= settings.rows()) {
      all.countDown();
    }
  }

  private AMQPComponent component(String user, String password, boolean caching) {
    JmsConnectionFactory factory =
        new JmsConnectionFactory(
            user,
            password,
            "amqp://127.0.0.1:"
                + settings.brokerPort()
                + "?jms.prefetchPolicy.all=10&jms.deserializationPolicy.allowList=*");
    return new AMQPComponent(caching ? new CachingConnectionFactory(factory) : factory);
  }
}
