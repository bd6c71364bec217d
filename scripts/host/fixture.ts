import { cp, realpath } from 'node:fs/promises';
import * as path from 'node:path';
import type { Cleanup } from './cleanup';

/** A copy of a workspace that tests may write to; goes away with `cleanup`. */
export async function copyOf(folder: string, cleanup: Cleanup): Promise<string> {
  const copy = path.join(await realpath(await cleanup.temporaryFolder()), path.basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}
