import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { selectAll } from '../../../src/core/annotations/anchor';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import { TextLines } from '../../../src/core/text/lines';

const TEXT = TextLines.of(
  'Reporter: Who pays for the ferry?\nOsei: The county pays half. It will stop in May. Nobody objects.\n',
);

function tagged(yaml: string, quote: string, tag: string): string {
  const start = TEXT.toString().indexOf(quote);
  return selectAll(TEXT, [{ start, end: start + quote.length }]).reduce((present, selector) => {
    const put = { id: `of-${tag}`, selector, tags: [tag], topics: [] };
    return editAnnotationFile(present, [{ put }], 'talk.txt') ?? '';
  }, yaml);
}

describe('Two people who tag the same document', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'merged-'));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  before(function () {
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
  });

  /** What git makes of two versions of a file, and how many conflicts it leaves. */
  function merged(ours: string, base: string, theirs: string): { yaml: string; conflicts: number } {
    const files = Object.entries({ ours, base, theirs }).map(([name, content]) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    });
    const { status } = spawnSync('git', ['merge-file', '--quiet', ...files]);
    return { yaml: readFileSync(path.join(folder, 'ours'), 'utf8'), conflicts: status ?? -1 };
  }

  const base = tagged('', 'It will stop in May.', 'schedule');

  it('meet in a clean merge when they tag different sentences', () => {
    const ours = tagged(base, 'Who pays for the ferry?', 'money');
    const theirs = tagged(base, 'Nobody objects.', 'politics');
    const { yaml, conflicts } = merged(ours, base, theirs);
    assert.equal(conflicts, 0, yaml);
    const { file, problems } = parseAnnotationFile(yaml);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      file.annotations.map(({ id }) => id),
      ['of-money', 'of-schedule', 'of-politics'],
    );
  });

  it('get a conflict, not a broken file, when they tag the same one differently', () => {
    const ours = tagged(base, 'It will stop in May.', 'schedule').replace('[schedule]', '[may]');
    const theirs = base.replace('[schedule]', '[june]');
    const { yaml, conflicts } = merged(ours, base, theirs);
    assert.equal(conflicts, 1, yaml);
    assert.equal(parseAnnotationFile(yaml).readable, false);
  });
});
