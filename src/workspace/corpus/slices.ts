/** How long background work goes on before others may go first. */
const SLICE_MS = 8;

/** Lets background work be done in slices, however many do it at the same time. */
export class Slices {
  private since = 0;

  /** Resolves at once while the slice lasts, then after everybody else has had a turn. */
  async breathe(): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = performance.now();
  }

  /** Takes the steps of some work; undefined if it was given up on the way. */
  async drive<T>(
    steps: Generator<undefined, T>,
    isCancelled: () => boolean,
  ): Promise<T | undefined> {
    for (;;) {
      await this.breathe();
      if (isCancelled()) return undefined;
      const { done, value } = steps.next();
      if (done) return value;
    }
  }
}
