import { runExport } from './runExport';
import { runImport } from './runImport';

/**
 * Writes and reads other tools' formats, which most sessions never do. In Node's bundle it is a file of its
 * own, read when it is first asked for (see esbuild.js).
 */
export const exchange = { runExport, runImport };
