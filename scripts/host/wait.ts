import { setTimeout as delay } from 'node:timers/promises';

/** The result of `promise`, or an error saying `what` if it takes longer than `ms` milliseconds. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  const stop = new AbortController();
  const late = delay(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`${what} took longer than ${Math.round(ms / 1000)} s.`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}

/**
 * Asks `probe` again and again until it gives something other than undefined or false.
 * @throws an error naming `what` was awaited, and why the last try failed, after `ms` milliseconds.
 */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  ms = 30_000,
): Promise<T> {
  const end = performance.now() + ms;
  let why = '';
  do {
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      why = ` (${error instanceof Error ? error.message : error})`;
    }
    await delay(50);
  } while (performance.now() < end);
  throw new Error(`Waited ${ms} ms in vain for ${what}${why}.`);
}
