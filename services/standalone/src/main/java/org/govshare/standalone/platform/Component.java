package org.govshare.standalone.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.govshare.standalone.process.ChildProcess;

/** A process of the platform that tells over HTTP when it is ready. */
final class Component {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Listener listener;
  private final Path log;
  private final Path pidFile;
  private final URI readiness;
  private final Supplier<ChildProcess> launcher;

  Component(
      Listener listener,
      PlatformSettings settings,
      String readinessPath,
      Supplier<ChildProcess> launcher) {
    this.listener = listener;
    this.log = settings.log(listener.label());
    this.pidFile = settings.pidFile(listener.label());
    this.readiness = settings.url(listener).resolve(readinessPath);
    this.launcher = launcher;
  }

  Listener listener() {
    return listener;
  }

  String name() {
    return listener.label();
  }

  Path log() {
    return log;
  }

  Optional<ChildProcess> process() {
    return ChildProcess.find(name(), pidFile);
  }

  boolean isRunning() {
    return process().isPresent();
  }

  /** Starts the process unless it runs, and does not wait. */
  void launch() {
    if (!isRunning()) {
      launcher.get();
    }
  }

  boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).GET().build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void stop() {
    process().ifPresent(process -> process.stop(Duration.ofSeconds(20)));
  }
}
