// A process of its own, which tags until it is killed: see kill.test.ts.
import { writeSync } from 'node:fs';
import { editAnnotationFile } from '../support/annotationFile';
import { mend, readWhole, writeWhole } from '../../../src/workspace/wholeFile';
import { onDisk } from './onDisk';

const [, , path = '', run = ''] = process.argv;

async function tagOn(): Promise<void> {
  const files = onDisk(path);
  await mend(files);
  for (let count = 0; ; count++) {
    const id = `${run}-${count}`;
    const before = await readWhole(files);
    const yaml = new TextDecoder().decode(before);
    const selector = { start: count, end: count + 3, quote: 'who', prefix: '', suffix: ' pays' };
    const put = { id, selector, tags: ['ferry'], topics: [], note: 'A note on one or two lines.' };
    const edited = editAnnotationFile(yaml, [{ put }], 'talk.txt');
    if (edited === undefined) throw new Error(`The file can’t be read:\n${yaml}`);
    await writeWhole(files, before, new TextEncoder().encode(edited));
    writeSync(1, `${id}\n`);
  }
}

void tagOn();
