/** How long something may take in a busy editor, in milliseconds. */
const LIMIT_MS = 30_000;
const PAUSE_MS = 50;

/**
 * Gives what `check` gives, once it no longer throws; it is tried again and again.
 *
 * @throws what `check` threw last, when the time is over
 */
export async function eventually<T>(
  check: () => T | PromiseLike<T>,
  limitMs = LIMIT_MS,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
