package org.govshare.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients that each ask again as soon as they are answered, or once in a time. */
final class ClosedLoop {

  /** One client; every call is one question, answered and read to its end. */
  interface Client extends AutoCloseable {
    void ask() throws Exception;
  }

  /** Makes the client of a number. */
  interface Clients {
    Client client(int number) throws Exception;
  }

  /** Times of one round in milliseconds. */
  record Times(double median, double p95, double perSecond) {}

  private ClosedLoop() {}

  /** Without a pause: each asks as soon as it is answered. */
  static Times run(int clients, double seconds, Clients factory) throws Exception {
    return run(clients, seconds, 0, factory);
  }

  /**
   * At a pace: each begins a question once in a time, evenly spread over the clients. A question
   * that has to wait for the one before it counts from when it should have begun.
   *
   * @param every nanoseconds between two questions of a client; 0 for no pause
   */
  static Times run(int clients, double seconds, long every, Clients factory) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      long[][] times = new long[clients][];
      long end = System.nanoTime() + (long) (seconds * 1e9);
      List<Callable<Void>> loops = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        loops.add(
            () -> {
              try (Client client = factory.client(number)) {
                times[number] =
                    every == 0
                        ? loop(client, end)
                        : paced(client, end, every, every * number / clients);
              }
              return null;
            });
      }
      for (Future<Void> loop : threads.invokeAll(loops)) {
        await(loop);
      }
      long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
      return new Times(
          all[all.length / 2] / 1e6, all[(int) (all.length * 0.95)] / 1e6, all.length / seconds);
    }
  }

  private static void await(Future<Void> loop) throws Exception {
    try {
      loop.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    }
  }

  private static long[] paced(Client client, long end, long every, long offset) throws Exception {
    long[] times = new long[256];
    int count = 0;
    for (long due = System.nanoTime() + offset; due < end; due += every) {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      client.ask();
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = System.nanoTime() - due;
    }
    return Arrays.copyOf(times, count);
  }

  private static long[] loop(Client client, long end) throws Exception {
    long[] times = new long[256];
    int count = 0;
    long start = System.nanoTime();
    while (start < end) {
      client.ask();
      long now = System.nanoTime();
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = now - start;
      start = now;
    }
    return Arrays.copyOf(times, count);
  }
}
