import assert from 'node:assert/strict';
import { withKept, withoutKept } from '../../../src/core/exchange/kept';

const KEYS = ['id', 'terms'];
const LONG = 'the water that stands in the meadows behind the old sea wall until the end of April';

describe('What other tools have no place for', () => {
  type Kept = Parameters<typeof withKept>[1];
  const WRITTEN: [what: string, description: string | undefined, kept: Kept, text?: string][] = [
    [
      'stands under the description',
      'Of the sea',
      { id: 'sea', terms: ['tide', 'ebb'] },
      'Of the sea\n---\nid: sea\nterms:\n  - tide\n  - ebb',
    ],
    ['stands alone where there is no description', undefined, { id: 'sea' }, '---\nid: sea'],
    ['stands alone where the description is empty', '', { id: 'sea' }, '---\nid: sea'],
    ['is nothing where nothing is kept', 'Of the sea', {}, 'Of the sea'],
    ['is nothing where all of it is empty', 'A', { id: undefined, terms: [] }, 'A'],
    ['is nothing at all where there is no description, either', undefined, {}, undefined],
    ['is not broken into lines', undefined, { id: LONG }, `---\nid: ${LONG}`],
  ];
  for (const [what, description, kept, text] of WRITTEN) {
    it(what, () => {
      assert.equal(withKept(description, kept), text);
    });
  }

  const BACK: [what: string, description: string | undefined, kept: Record<string, string[]>][] = [
    ['with the description', 'Of the sea', { id: ['sea'], terms: ['tide', 'ebb'] }],
    ['without one', undefined, { terms: ['tide'] }],
    ['under a description with a line of its own', 'One\n---\nTwo', { id: ['sea'] }],
    ['under a description that begins with a line', '---\nOne', { id: ['sea'] }],
    ['with a text that looks like such a line', 'One', { terms: ['a\n---\nid: b'] }],
  ];
  for (const [what, description, kept] of BACK) {
    it(`comes back ${what}`, () => {
      const read = withoutKept(withKept(description, kept), KEYS);
      assert.equal(read.description, description);
      assert.deepEqual(Object.fromEntries(read.kept), kept);
    });
  }

  const OTHERS: [what: string, description: string | undefined][] = [
    ['there is none', undefined],
    ['it is plain words', 'Of the sea'],
    ['words stand under its line', 'Of the sea\n---\nand of the shore'],
    ['nothing stands under its line', 'Of the sea\n---\n'],
    ['an empty map stands under its line', 'Of the sea\n---\n{}'],
    ['other keys stand under its line', 'Of the sea\n---\nSee also: the shore'],
    ['other keys stand beside ours', 'Of the sea\n---\nid: sea\nauthor: Ann'],
    ['our key holds something else', 'Of the sea\n---\nterms: { tide: high }'],
    ['what stands under its line is broken', 'Of the sea\n---\nid: [sea'],
    ['our keys stand in it without a line', 'Of the sea\nid: sea'],
  ];
  for (const [what, description] of OTHERS) {
    it(`leaves a description of others as it is where ${what}`, () => {
      const read = withoutKept(description, KEYS);
      assert.equal(read.description, description);
      assert.equal(read.kept.size, 0);
    });
  }
});
