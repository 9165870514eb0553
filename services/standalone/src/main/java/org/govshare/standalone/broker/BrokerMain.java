package org.govshare.standalone.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The broker's program: Apache Artemis with AMQP only, a journal that is flushed before a message
 * is accepted, and security on. Its one argument is the path of a {@link BrokerSettings} file.
 */
public final class BrokerMain {

  static final String DEAD_LETTERS = "DLQ";
  static final String EXPIRED = "ExpiryQueue";

  private static final int MEBIBYTE = 1024 * 1024;

  private BrokerMain() {}

  /**
   * Runs the broker until the process is asked to end.
   *
   * @param arguments path of the settings file
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      System.err.println("usage: BrokerMain <settings file>");
      System.exit(2);
    }
    BrokerSettings settings = BrokerSettings.readFrom(Path.of(arguments[0]));
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration(settings));
    broker.setSecurityManager(accounts(settings));
    broker.start();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    broker.stop();
                  } catch (Exception e) {
                    System.err.println("The broker did not stop in order: " + e);
                  } finally {
                    ended.countDown();
                  }
                }));
    System.out.println("Broker ready on port " + settings.port());
    ended.await();
  }

  private static Configuration configuration(BrokerSettings settings) throws Exception {
    Path directory = Path.of(settings.directory());
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("govshare");
    configuration.setPersistenceEnabled(true);
    configuration.setSecurityEnabled(true);
    configuration.setJMXManagementEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalDirectory(directory.resolve("journal").toString());
    configuration.setBindingsDirectory(directory.resolve("bindings").toString());
    configuration.setPagingDirectory(directory.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large-messages").toString());
    configuration.setJournalBufferSize_NIO(8 * MEBIBYTE);
    configuration.setJournalFileSize(64 * MEBIBYTE);
    configuration.setJournalMinFiles(2);
    configuration.setJournalPoolFiles(4);
    // A share of the disk says nothing about a disk shared with others; free space does.
    configuration.setMaxDiskUsage(-1);
    configuration.setMinDiskFree(512L * MEBIBYTE);
    // Frames stay ordinary messages whatever their size: large ones would be a file each.
    configuration.addAcceptorConfiguration(
        "amqp",
        "tcp://127.0.0.1:"
            + settings.port()
            + "?protocols=AMQP;amqpMinLargeMessageSize=-1;amqpCredits=100;amqpLowCredits=30"
            + ";maxFrameSize=131072;tcpSendBufferSize=1048576;tcpReceiveBufferSize=1048576");
    addressSettings(configuration);
    BrokerPermissions.of(settings.nodes()).forEach(configuration::putSecurityRoles);
    for (String queue : BrokerPermissions.queues(settings.nodes())) {
      configuration.addQueueConfiguration(
          QueueConfiguration.of(queue)
              .setAddress(queue)
              .setRoutingType(RoutingType.ANYCAST)
              .setDurable(true));
    }
    return configuration;
  }

  static void addressSettings(Configuration configuration) {
    configuration.addAddressSetting("#", common().setRedeliveryDelay(200));
    // What an outbox sends has an end, because it is sent again. It is thrown away, not put aside.
    for (String pattern : new String[] {"command.#", "fact.#"}) {
      configuration.addAddressSetting(
          pattern, common().setRedeliveryDelay(200).setExpiryAddress(SimpleString.of("")));
    }
    // No delay for the queues of a channel: a delayed frame would be overtaken by its successors.
    // They are kept although they were created by themselves: a broker that starts again deletes
    // empty ones otherwise, whatever the delay, and the nodes could not attach any more.
    for (String pattern : new String[] {"frame.#", "return.#"}) {
      configuration.addAddressSetting(
          pattern,
          common()
              .setAutoCreateAddresses(true)
              .setAutoCreateQueues(true)
              .setMaxSizeBytes(32L * MEBIBYTE));
    }
  }

  /**
   * Messages are offered again without end: their consumers refuse what they cannot use, and only
   * refused messages belong among the dead letters.
   */
  private static AddressSettings common() {
    return new AddressSettings()
        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
        .setAutoCreateAddresses(false)
        .setAutoCreateQueues(false)
        .setAutoDeleteAddresses(false)
        .setAutoDeleteQueues(false)
        .setMaxDeliveryAttempts(-1)
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(EXPIRED))
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(8L * MEBIBYTE)
        .setPageSizeBytes(4 * MEBIBYTE);
  }

  private static ActiveMQJAASSecurityManager accounts(BrokerSettings settings) {
    SecurityConfiguration accounts = new SecurityConfiguration();
    settings
        .passwords()
        .forEach(
            (account, password) -> {
              accounts.addUser(account, password);
              accounts.addRole(account, account);
            });
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts);
  }
}
