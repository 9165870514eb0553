package org.govshare.exchange.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.mutiny.amqp.AmqpClient;
import io.vertx.mutiny.amqp.AmqpConnection;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.govshare.exchange.ExchangeConfig;
import org.govshare.platform.reactive.broker.BrokerConfig;
import org.govshare.protocol.address.Addresses;

/**
 * Makes the two addresses of each channel at the broker, which makes them when this service
 * attaches to them; nodes may not. Addresses that are there stay as they are.
 */
@Singleton
class ChannelAddresses {

  private final Vertx vertx;
  private final BrokerConfig broker;
  private final ExchangeConfig config;

  ChannelAddresses(Vertx vertx, BrokerConfig broker, ExchangeConfig config) {
    this.vertx = vertx;
    this.broker = broker;
    this.config = config;
  }

  /** Makes those of a channel that had them before. */
  Uni<Void> make(String sourceNode, String targetNode, UUID channel) {
    return make(
        sourceNode, List.of(new PreparedChannel(channel, targetNode, 1, 1, 1, List.of(), false)));
  }

  Uni<Void> make(String sourceNode, List<PreparedChannel> channels) {
    Context own = vertx.getOrCreateContext();
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost(broker.host())
            .setPort(broker.port())
            .setSsl(broker.useSsl())
            .setContainerId("govshare-channel-" + UUID.randomUUID())
            .setConnectTimeout((int) config.channelTimeout().toMillis());
    broker.username().ifPresent(options::setUsername);
    broker.password().ifPresent(options::setPassword);
    AmqpClient client = AmqpClient.create(vertx, options);
    return client
        .connect()
        .chain(
            connection ->
                Multi.createFrom()
                    .iterable(channels)
                    .onItem()
                    .transformToUniAndConcatenate(it -> attach(connection, sourceNode, it))
                    .collect()
                    .last())
        .ifNoItem()
        .after(config.channelTimeout())
        .fail()
        .eventually(() -> client.close().onFailure().recoverWithNull())
        // The caller's sessions belong to the caller's own context.
        .emitOn(own::runOnContext);
  }

  private static Uni<Void> attach(
      AmqpConnection connection, String sourceNode, PreparedChannel channel) {
    String targetNode = channel.targetNode();
    return attach(connection, Addresses.frame(sourceNode, targetNode, channel.id()))
        .chain(() -> attach(connection, Addresses.answer(targetNode, sourceNode, channel.id())));
  }

  private static Uni<Void> attach(AmqpConnection connection, String address) {
    return connection.createSender(address).chain(sender -> sender.close());
  }
}
