import assert from 'node:assert/strict';
import { readShard, shardOf, SHARDS, writeShard, type Kept } from '../../../src/core/corpus/kept';
import { NO_INTERVIEW, SUMMARY_VERSION } from '../../../src/core/corpus/model';

const mention = {
  start: 3,
  end: 9,
  line: 0,
  character: 3,
  passage: 0,
  at: 3,
  excerpt: 'In Norway.',
};
const kept: Kept = {
  uri: 'file:///a.txt',
  mtime: 12,
  size: 10,
  knowledge: 'k',
  key: 'h',
  taxonomy: 't',
  summary: {
    ...NO_INTERVIEW,
    isInterview: true,
    entities: [
      {
        id: 'place:norway',
        name: 'Norway',
        type: 'place',
        aliases: ['Norge'],
        mentions: [mention, { ...mention, speaker: 0 }],
      },
    ],
  },
};

describe('Summaries kept from session to session', () => {
  it('come back as they were', () => {
    assert.deepEqual(readShard(writeShard([kept])), [kept]);
  });

  const unusable: [what: string, text: string][] = [
    ['a file that was cut off', writeShard([kept]).slice(0, -9)],
    ['a file of another version', `{"version":${SUMMARY_VERSION + 1},"kept":[]}`],
    ['an empty file', ''],
    ['something else', '[1, null]'],
    ['nothing', 'null'],
    ['entries that are none', `{"version":${SUMMARY_VERSION},"kept":[null,1,{"uri":"a"}]}`],
  ];
  for (const [what, text] of unusable) {
    it(`are made anew instead of read from ${what}`, () => {
      assert.deepEqual(readShard(text), []);
    });
  }

  const whole = JSON.parse(writeShard([kept])) as { kept: [{ summary: object }] };
  const [entry] = whole.kept;
  const damaged: [part: string, entry: object][] = [
    ...['uri', 'key', 'summary'].map((part): [string, object] => [
      part,
      { ...entry, [part]: undefined },
    ]),
    ...['version', 'entities', 'speakers', 'passages', 'made'].map((part): [string, object] => [
      `${part} of the summary`,
      { ...entry, summary: { ...entry.summary, [part]: undefined } },
    ]),
  ];
  for (const [part, broken] of damaged) {
    it(`are made anew where ${part} is missing, and only these`, () => {
      assert.deepEqual(readShard(JSON.stringify({ ...whole, kept: [broken, entry] })), [kept]);
    });
  }

  it('spread over the files', () => {
    const uris = Array.from(
      { length: 4000 },
      (_, index) => `file:///folder/interview ${index}.txt`,
    );
    const used = new Set(uris.map(shardOf));
    assert.equal(used.size, SHARDS);
    assert.ok([...used].every((shard) => Number.isInteger(shard) && shard >= 0 && shard < SHARDS));
  });
});
