package org.govshare.portal.surroundings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A service behind the portal that answers with what it was sent. */
final class EchoService implements AutoCloseable {

  private final HttpServer server;

  EchoService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::echo);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void echo(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/api/catalog/v1/departments")) {
      Issuer.json(exchange, Map.of("items", List.of(Map.of("code", "sw", "name", "省税务局"))));
      return;
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Set-Cookie", "service=1");
    exchange.getResponseHeaders().set("ETag", "\"7\"");
    exchange.getResponseHeaders().set("Location", url() + "/api/catalog/v1/things/1?full=true");
    Issuer.json(
        exchange,
        Map.of(
            "method",
            exchange.getRequestMethod(),
            "uri",
            exchange.getRequestURI().toString(),
            "headers",
            headers,
            "body",
            body));
  }
}
