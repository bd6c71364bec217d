import assert from 'node:assert/strict';
import { check, resolveConfig } from 'prettier';
import * as path from 'node:path';
import { withTables } from '../../scripts/bench/report';
import type { Table } from '../../scripts/bench/table';
import { root } from '../../scripts/host/paths';

const file = path.join(root, 'BENCHMARKS.md');
const place = { file, measuredOn: '_On a fast machine._' };
const table = (text: string, ms: number): Table => ({
  title: 'Keystrokes',
  note: 'How long one takes.',
  rows: [{ text, ms }],
});

describe('The report of the benchmarks', () => {
  it('passes the check of formats, with the tables of each part once', async () => {
    let report = '# Benchmarks\n';
    for (const [part, tables] of [
      ['keys', [table('a short one', 1)]],
      ['memory', [table('a book', 200)]],
      ['keys', [table('a much longer text than before', 1000), table('none', 2)]],
    ] as const) {
      report = await withTables(report, part, tables, place);
      assert.ok(await check(report, { ...(await resolveConfig(file)), filepath: file }), report);
    }
    assert.ok(!report.includes('short'), report);
    assert.deepEqual(report.match(/<!-- .* -->/g), [
      '<!-- keys -->',
      '<!-- end of keys -->',
      '<!-- memory -->',
      '<!-- end of memory -->',
    ]);
    assert.match(report, /\| a much longer text than before \| 1000 \|\n/);
  });
});
