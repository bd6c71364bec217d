/** How long background work goes on before it lets others go first. */
const SLICE_MS = 8;

/** Divides background work into slices of time, which all work going on at the same time shares. */
export class Slices {
  private since = 0;
  private pause: Promise<void> | undefined;

  /** Resolves at once while the slice lasts, or else after all others have had a turn. */
  async breathe(): Promise<void> {
    while (this.isOver) {
      // One pause for all: with a timer each, all would go on in the same turn, one after another.
      this.pause ??= new Promise((resolve) => setTimeout(resolve, 0)).then(() => {
        this.since = performance.now();
        this.pause = undefined;
      });
      await this.pause;
    }
  }

  private get isOver(): boolean {
    return performance.now() - this.since >= SLICE_MS;
  }

  /** Takes all steps of some work. */
  async finish<T>(steps: Generator<undefined, T>): Promise<T> {
    return (await this.drive(steps, () => false)) as T;
  }

  /** Takes the steps of some work; undefined if it was cancelled on the way. */
  async drive<T>(
    steps: Generator<undefined, T>,
    isCancelled: () => boolean,
  ): Promise<T | undefined> {
    for (;;) {
      // Most steps are too small to be worth waiting for.
      if (this.isOver) await this.breathe();
      if (isCancelled()) return undefined;
      const { done, value } = steps.next();
      if (done) return value;
    }
  }
}
