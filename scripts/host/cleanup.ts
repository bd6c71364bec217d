import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';

type Undo = () => unknown;

const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/**
 * What has to be undone when work ends, fails or is interrupted by a signal: last started, first
 * undone. One undo that fails doesn't keep the others from running.
 */
export class Cleanup {
  private readonly undos: Undo[] = [];
  private running: Promise<void> | undefined;
  private readonly listeners = Object.entries(signals).map(([signal, number]) => {
    const listener = () => void this.exitAfterwards(signal, number);
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });

  add(undo: Undo): void {
    if (this.running) throw new Error('Something was started after the end.');
    this.undos.push(undo);
  }

  /** A new temporary folder that goes away with everything else. */
  async temporaryFolder(): Promise<string> {
    // Kept short: sockets are made below it and their paths are limited to 103 characters.
    const folder = await mkdtemp(path.join(os.tmpdir(), 'il-'));
    // A server that is just ending may still write there, hence the retries.
    this.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
  }

  run(): Promise<void> {
    this.running ??= this.undoAll();
    return this.running;
  }

  private async undoAll(): Promise<void> {
    for (const undo of this.undos.reverse()) {
      try {
        await undo();
      } catch (error) {
        console.error(`While cleaning up: ${error}`);
      }
    }
    for (const stopListening of this.listeners) stopListening();
  }

  private async exitAfterwards(signal: string, number: number): Promise<void> {
    await this.run();
    // With several cleanups at once, the last to finish ends the process.
    if (process.listenerCount(signal) === 0) process.exit(128 + number);
  }
}

/** Does some work and undoes what it put into `cleanup`, however the work ends. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const cleanup = new Cleanup();
  try {
    return await work(cleanup);
  } finally {
    await cleanup.run();
  }
}
