// npm run fuzz                  all properties, with 20 times as many cases as `npm test` tries
// npm run fuzz -- 500 topics    so many times, in the files of tests whose path holds a word
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import Mocha from 'mocha';
import { testFiles } from './host/bundleTests';
import { root } from './host/paths';

const [times = '20', word = ''] = process.argv.slice(2);
process.env['FUZZ_TIMES'] = times;
// For properties that don't say how often they are tried.
fc.configureGlobal({ numRuns: 100 * Number(times) });

const files = testFiles('unit').filter(
  (file) =>
    path.relative(root, file).includes(word) && /'fast-check'/.test(readFileSync(file, 'utf8')),
);
// Where a property fails, its seed and path are in the message.
const mocha = new Mocha({ reporter: 'spec', timeout: 0 });
for (const file of files) mocha.addFile(file);
console.log(`Properties with ${times} times as many cases, in ${files.length} files`);
mocha.run((failures) => {
  process.exitCode = failures === 0 ? 0 : 1;
});
