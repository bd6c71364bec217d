import { open, readFile, rm } from 'node:fs/promises';
import type { FileAndCopy, Which } from '../../../src/workspace/wholeFile';

/** In one piece a small file is hardly ever caught half written. */
const PIECE = 512;

/** Files on the disk, written as VS Code does it: emptied, filled, flushed; but in small pieces. */
export function onDisk(path: string): FileAndCopy {
  const paths: Record<Which, string> = { file: path, copy: `${path}.tmp` };
  return {
    read: async (which) => {
      try {
        return await readFile(paths[which]);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    write: async (which, bytes) => {
      const handle = await open(paths[which], 'w');
      for (let at = 0; at < bytes.length; at += PIECE) {
        await handle.write(bytes.subarray(at, at + PIECE));
      }
      await handle.datasync();
      await handle.close();
    },
    remove: (which) => rm(paths[which], { force: true }),
  };
}
