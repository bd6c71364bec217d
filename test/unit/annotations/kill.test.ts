import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { parseAnnotationFile } from '../support/annotationFile';
import { mend, readWhole, writeWhole } from '../../../src/workspace/wholeFile';
import { onDisk } from './onDisk';

/** `KILLS=1000 npm test -- unit --grep=killed` is the long run. */
const KILLS = Number(process.env['KILLS'] ?? 30);

/** So many processes tag in one file before it starts anew. */
const PER_FILE = 20;

/** A process is killed at most so long after its first tag, in milliseconds: within its first dozen. */
const LATEST_MS = 40;

const encoded = (text: string) => new TextEncoder().encode(text);
const decoded = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

describe('A file that is written while the process is killed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it(`has every annotation that was kept before (killed ${KILLS} times)`, async function () {
    this.timeout(10_000 + KILLS * 2000);
    const program = path.join(folder, 'tagger.cjs');
    const entryPoints = [path.join(__dirname, 'killedTagger.ts')];
    buildSync({ entryPoints, bundle: true, platform: 'node', outfile: program });
    let interrupted = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const file = path.join(folder, `${Math.floor(kill / PER_FILE)}.yaml`);
      const before = await ids(file);
      const kept = await killed(program, [file, String(kill)]);
      if (await onDisk(file).read('copy')) interrupted++;
      const after = new Set(await ids(file));
      assert.deepEqual(
        [...before, ...kept].filter((id) => !after.has(id)),
        [],
        `Kill ${kill}.`,
      );
    }
    console.log(`      ${KILLS} kills, ${interrupted} of them while a file was being written`);
  });

  const cases: [title: string, file: string | undefined, copy: string | undefined, read: string][] =
    [
      ['written', 'a: 1\n', undefined, 'a: 1\n'],
      ['emptied', '', 'whole', 'a: 1\nb: 2\n'],
      ['half written', 'a: 1\nb', 'whole', 'a: 1\nb: 2\n'],
      ['half written before the power failed', 'a: 1\n\0\0\0', 'whole', 'a: 1\nb: 2\n'],
      ['deleted', undefined, 'whole', 'a: 1\nb: 2\n'],
      ['changed by somebody', 'a: 3\n', 'whole', 'a: 3\n'],
      ['not begun, its copy half written', 'a: 1\n', 'half', 'a: 1\n'],
    ];
  for (const [title, file, copy, read] of cases) {
    it(`is read as “${JSON.stringify(read)}” when it was ${title}`, async () => {
      const files = onDisk(path.join(folder, 'case.yaml'));
      for (const which of ['file', 'copy'] as const) {
        if (await files.read(which)) await files.remove(which);
      }
      let whole: Uint8Array = encoded('');
      const noting = {
        ...files,
        write: async (which: string, bytes: Uint8Array) => {
          if (which === 'copy') whole = bytes.slice();
        },
        remove: () => Promise.resolve(),
      };
      await writeWhole(noting, undefined, encoded('a: 1\nb: 2\n'));
      if (file !== undefined) await files.write('file', encoded(file));
      if (copy) await files.write('copy', copy === 'whole' ? whole : whole.subarray(0, -1));
      assert.equal(decoded(await readWhole(files)), read);
      await mend(files);
      assert.equal(decoded(await files.read('file')), read);
    });
  }
});

/** Starts a program and kills it at a random moment after its first line. */
async function killed(program: string, args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  setTimeout(() => child.kill('SIGKILL'), Math.random() * LATEST_MS);
  await once(child, 'close');
  assert.equal(child.signalCode, 'SIGKILL', 'The process tagged until it was killed.');
  return output.split('\n').slice(0, -1);
}

/** The annotations of a file, once what was interrupted is mended. */
async function ids(file: string): Promise<string[]> {
  const files = onDisk(file);
  const yaml = decoded(await readWhole(files)) ?? '';
  const { file: content, readable } = parseAnnotationFile(yaml);
  assert.ok(readable, yaml);
  return content.annotations.map(({ id }) => id);
}
