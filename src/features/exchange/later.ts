import { runExport } from './runExport';
import { runImport } from './runImport';

/**
 * What writes and reads other tools' formats: most sessions never do. In Node's bundle it is a file of
 * its own, read when it is first asked for (see esbuild.js).
 */
export const exchange = { runExport, runImport };
