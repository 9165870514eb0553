/** How saving by itself stands. */
export type AutosaveState =
  { kind: 'idle' } | { kind: 'saved'; at: string } | { kind: 'failed'; tooLarge: boolean };

/**
 * Saves what is typed a moment after the typing stops, one write after the other and only the
 * latest.
 */
export class Autosaver<V> {
  private waiting: { values: V | null } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private closed = false;

  /**
   * @param write stores the values; forgets what was stored where there are none
   * @param written told after each write whether it failed, and how
   */
  constructor(
    private readonly write: (values: V | null) => Promise<void>,
    private readonly written: (values: V | null, failure?: unknown) => void,
    private readonly pause = 1_000,
  ) {}

  /** Something was typed; `null` if what is there now need not be kept. */
  typed(values: V | null): void {
    if (this.closed) {
      return;
    }
    this.waiting = { values };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.pause);
  }

  /** Writes now what still waits. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    const next = this.waiting;
    this.waiting = null;
    if (next) {
      this.writing = this.writing.then(async () => {
        try {
          await this.write(next.values);
          this.written(next.values);
        } catch (failure) {
          this.written(next.values, failure);
        }
      });
    }
    return this.writing;
  }

  /** It was handed in: forgets what was stored, and keeps nothing more. */
  async close(): Promise<void> {
    this.typed(null);
    this.closed = true;
    await this.flush();
  }
}
