package org.govshare.node.local;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govshare.node.state.Json;

/** Passes a command to the agent that runs at this machine, and prints its answer. */
public final class LocalClient {
  private static final int MOST_BYTES = 64 << 20;
  private static final String STATE = "govshare.agent.state.directory";

  private LocalClient() {}

  /**
   * Runs a command.
   *
   * @return what the process is to end with
   */
  public static int run(String[] typed, PrintStream out, PrintStream err) {
    List<String> arguments = new ArrayList<>(List.of(typed));
    if (arguments.contains("--help") || arguments.contains("help")) {
      out.println(Operator.USAGE);
      return 0;
    }
    Path socket;
    try {
      socket = LocalSocket.path(state(arguments));
    } catch (IOException | IllegalArgumentException e) {
      err.println("the state directory is not known: " + e.getMessage());
      return 2;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      ByteBuffer request =
          ByteBuffer.wrap(
              Json.write(new LocalSocket.Request(arguments)).getBytes(StandardCharsets.UTF_8));
      while (request.hasRemaining()) {
        channel.write(request);
      }
      channel.shutdownOutput();
      Answer answer = Json.read(LocalSocket.read(channel, MOST_BYTES), Answer.class);
      (answer.exit() == 0 ? out : err).println(answer.text().stripTrailing());
      return answer.exit();
    } catch (IOException e) {
      err.println("no agent answers at " + socket + ": " + e.getMessage());
      return 1;
    }
  }

  /** {@code --state} if it is given, else what the agent's own configuration says. */
  private static Path state(List<String> arguments) throws IOException {
    int at = arguments.indexOf("--state");
    if (at >= 0) {
      if (at + 1 == arguments.size()) {
        throw new IllegalArgumentException("--state needs a value");
      }
      arguments.remove(at);
      return Path.of(arguments.remove(at));
    }
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultSources();
    String file = System.getenv("GOVSHARE_NODE_CONFIG");
    if (file != null && file.matches(".*\\.ya?ml")) {
      builder.withSources(new YamlConfigSource(Path.of(file).toUri().toURL()));
    } else if (file != null && !file.isBlank()) {
      builder.withSources(
          new io.smallrye.config.PropertiesConfigSource(Path.of(file).toUri().toURL()));
    }
    return Path.of(builder.build().getOptionalValue(STATE, String.class).orElse("state"));
  }
}
