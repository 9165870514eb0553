import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosaver } from './autosaver';

describe('saving what is typed', () => {
  let stored: (string | null)[];
  let told: unknown[];
  let failing: boolean;
  let saver: Autosaver<string>;

  beforeEach(() => {
    vi.useFakeTimers();
    stored = [];
    told = [];
    failing = false;
    saver = new Autosaver<string>(
      async (values) => {
        if (failing) throw new Error('offline');
        stored.push(values);
      },
      (values, failure) => told.push(failure ? 'failed' : values),
    );
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits for a pause and stores only the latest', async () => {
    saver.typed('企');
    await vi.advanceTimersByTimeAsync(900);
    saver.typed('企业');
    await vi.advanceTimersByTimeAsync(900);
    expect(stored).toEqual([]);

    await vi.advanceTimersByTimeAsync(100);

    expect(stored).toEqual(['企业']);
    expect(told).toEqual(['企业']);
  });

  it('stores at once what still waits when the page is left', async () => {
    saver.typed('企业');

    await saver.flush();

    expect(stored).toEqual(['企业']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stored).toEqual(['企业']);
  });

  it('says that it failed, and tries again with what is typed next', async () => {
    failing = true;
    saver.typed('a');
    await vi.advanceTimersByTimeAsync(1_000);
    failing = false;
    saver.typed('ab');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(told).toEqual(['failed', 'ab']);
    expect(stored).toEqual(['ab']);
  });

  it('forgets it when it was handed in, and keeps nothing more', async () => {
    saver.typed('a');
    await saver.flush();
    saver.typed('ab');

    await saver.close();
    saver.typed('abc');
    await vi.advanceTimersByTimeAsync(5_000);

    expect(stored).toEqual(['a', null]);
  });

  it('forgets after a write that is still under way, not before', async () => {
    const order: string[] = [];
    const slow = new Autosaver<string>(
      async (values) => {
        await new Promise((resolve) => setTimeout(resolve, values === null ? 1 : 3_000));
        order.push(values ?? 'forgotten');
      },
      () => undefined,
    );
    slow.typed('a');
    void slow.flush();

    const closed = slow.close();
    await vi.advanceTimersByTimeAsync(4_000);
    await closed;

    expect(order).toEqual(['a', 'forgotten']);
  });
});
