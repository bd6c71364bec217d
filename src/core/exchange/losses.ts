import type { Message } from '../message';

/** Something that couldn't be carried over, and how often. */
export interface Loss {
  readonly message: Message;
  readonly times: number;
}

/** Counts what couldn't be carried over, by the sentence that says so. */
export class Losses {
  private readonly byKey = new Map<string, { message: Message; times: number }>();

  add(message: Message, times = 1): void {
    if (times === 0) return;
    const key = JSON.stringify(message);
    const known = this.byKey.get(key);
    if (known) known.times += times;
    else this.byKey.set(key, { message, times });
  }

  /** In the order in which each was first met. */
  list(): Loss[] {
    return [...this.byKey.values()];
  }
}
