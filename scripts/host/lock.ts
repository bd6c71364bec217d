import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { eventually } from './wait';

const patienceMs = 10 * 60_000;

/**
 * Does `work` while no other process holds the lock (a folder). A lock whose owner is gone is
 * removed, as processes may be killed at any time. When several remove it at once, more than one
 * may get to work: the lock saves doing things twice, but isn't safe enough to prevent it.
 */
export async function locked(lock: string, work: () => Promise<void>): Promise<void> {
  await eventually(`another process to finish (it holds ${lock})`, () => take(lock), patienceMs);
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
  } catch {
    if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true });
    return false;
  }
  await writeFile(ownerFile(lock), String(process.pid));
  return true;
}

function ownerFile(lock: string): string {
  return path.join(lock, 'pid');
}

async function isAbandoned(lock: string): Promise<boolean> {
  const owner = Number(await readFile(ownerFile(lock), 'utf8').catch(() => '0'));
  if (owner > 0) return !isAlive(owner);
  // The owner writes its number right after taking the lock, unless it dies in between.
  const { mtimeMs } = await stat(lock);
  return Date.now() - mtimeMs > 10_000;
}

/** Whether there is a process of that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
