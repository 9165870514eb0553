package org.govshare.node.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
  @Test
  void manyChannelsFinishAndNoMoreThanTheBoundAreInside() throws Exception {
    Turns turns = new Turns(3);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger highest = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(
            threads.submit(
                () -> {
                  try (Turns.Turn turn = turns.take(UUID.randomUUID(), 1)) {
                    highest.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertTrue(highest.get() <= 3, highest + " were inside");
    assertFalse(turns.awaited());
  }

  @Test
  void lanesThatWaitForEachOtherComeInTogetherAlsoWhenThereAreMoreThanFit() throws Exception {
    Turns turns = new Turns(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        UUID group = UUID.randomUUID();
        int lanes = 1 + i % 4;
        CyclicBarrier each = new CyclicBarrier(lanes);
        for (int lane = 0; lane < lanes; lane++) {
          all.add(
              threads.submit(
                  () -> {
                    try (Turns.Turn turn = turns.take(group, lanes)) {
                      return each.await();
                    }
                  }));
        }
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertFalse(turns.awaited());
  }

  @Test
  void whoGivesUpWaitingLetsTheNextOneIn() throws Exception {
    Turns turns = new Turns(1);
    Turns.Turn first = turns.take(UUID.randomUUID(), 1);
    Thread impatient =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    turns.take(UUID.randomUUID(), 1).close();
                  } catch (InterruptedException e) {
                    // As it was to be.
                  }
                });
    while (!turns.awaited()) {
      Thread.onSpinWait();
    }
    CountDownLatch in = new CountDownLatch(1);
    Thread patient =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Turns.Turn turn = turns.take(UUID.randomUUID(), 1)) {
                    in.countDown();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    impatient.interrupt();
    impatient.join();
    first.close();
    in.await();
    patient.join();
    assertEquals(0, in.getCount());
  }
}
