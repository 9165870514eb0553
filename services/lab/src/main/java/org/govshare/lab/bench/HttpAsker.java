package org.govshare.lab.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection of a client that costs next to nothing itself, so that the service has the
 * machine: a request is written, the answer is read to its end and not looked into.
 */
final class HttpAsker implements AutoCloseable {

  private final Socket socket;
  private final OutputStream output;
  private final InputStream input;
  private final String headers;

  HttpAsker(int port, String token) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    output = socket.getOutputStream();
    input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    headers =
        " HTTP/1.1\r\nHost: localhost:%d\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(port, token);
  }

  /** Reads an address and returns the length of the answer. */
  int get(String path) throws IOException {
    output.write(("GET " + path + headers).getBytes(StandardCharsets.ISO_8859_1));
    output.flush();
    String status = line();
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(path + " answered " + status);
    }
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    if (length < 0) {
      return chunks();
    }
    input.skipNBytes(length);
    return length;
  }

  private int chunks() throws IOException {
    int length = 0;
    while (true) {
      int chunk = Integer.parseInt(line(), 16);
      input.skipNBytes(chunk);
      line();
      if (chunk == 0) {
        return length;
      }
      length += chunk;
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new IOException("the service hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
