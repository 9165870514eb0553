package org.govshare.node.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.govshare.node.state.Json;
import org.jboss.logging.Logger;

/**
 * Hears commands on a Unix domain socket {@code control/agent.sock} in the state directory. Its
 * directory can be entered by the agent's own account alone.
 */
public final class LocalSocket implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LocalSocket.class);
  private static final int MOST_BYTES = 1 << 16;

  private final Path path;
  private final ServerSocketChannel channel;
  private final Operator operator;

  private LocalSocket(Path path, ServerSocketChannel channel, Operator operator) {
    this.path = path;
    this.channel = channel;
    this.operator = operator;
  }

  /** What is asked. */
  record Request(List<String> arguments) {}

  /** The socket of a state directory. */
  static Path path(Path state) {
    return state.resolve("control").resolve("agent.sock");
  }

  /** Listens; what is not there of its directory is made. */
  public static LocalSocket open(Path state, Operator operator) throws IOException {
    Path path = path(state);
    Files.createDirectories(path.getParent());
    Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("rwx------"));
    // The state directory is locked, so the socket is one that a process left behind.
    Files.deleteIfExists(path);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    LocalSocket socket = new LocalSocket(path, channel, operator);
    Thread.ofPlatform().daemon().name("local-commands").start(socket::listen);
    return socket;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }

  private void listen() {
    while (channel.isOpen()) {
      try {
        SocketChannel caller = channel.accept();
        Thread.ofVirtual().name("local-command").start(() -> serve(caller));
      } catch (IOException e) {
        if (channel.isOpen()) {
          LOG.warnf("a local command was not heard: %s", e.getMessage());
        }
      }
    }
  }

  private void serve(SocketChannel caller) {
    try (caller) {
      answer(caller);
    } catch (IOException e) {
      LOG.debugf("a local command was broken off: %s", e.getMessage());
    }
  }

  private void answer(SocketChannel caller) throws IOException {
    UnixDomainPrincipal peer = caller.getOption(ExtendedSocketOptions.SO_PEERCRED);
    Answer answer;
    try {
      Request request = Json.read(read(caller, MOST_BYTES), Request.class);
      answer = operator.answer(request.arguments(), peer.user().getName());
      LOG.infof(
          "local command by=%s exit=%d: %s",
          peer.user().getName(), answer.exit(), String.join(" ", request.arguments()));
    } catch (IOException | RuntimeException e) {
      LOG.errorf(e, "a local command was not carried out");
      answer = Answer.refused("it was not carried out: " + e.getMessage());
    }
    ByteBuffer out = ByteBuffer.wrap(Json.write(answer).getBytes(StandardCharsets.UTF_8));
    while (out.hasRemaining()) {
      caller.write(out);
    }
  }

  /** All bytes until the other end has said everything. */
  static byte[] read(SocketChannel channel, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    while (channel.read(buffer) >= 0) {
      if (bytes.size() > most) {
        throw new IOException("that is too long");
      }
      bytes.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return bytes.toByteArray();
  }
}
