import assert from 'node:assert/strict';
import { closestTo } from '../../../src/core/text/closest';
import { wordSet } from '../../../src/core/text/wordSet';

describe('The word that was meant', () => {
  const KNOWN = ['label', 'terms', 'exclude', 'children', 'color'];
  const cases: [written: string, meant: string | undefined][] = [
    ['label', 'label'],
    ['LABEL', 'label'],
    ['lable', 'label'],
    ['lab', undefined],
    ['labels', 'label'],
    ['labe', 'label'],
    ['xabel', 'label'],
    // A third of it may be other, and no more than two letters.
    ['colour', 'color'],
    ['colours', 'color'],
    ['kolours', undefined],
    ['childern', 'children'],
    ['chidlern', 'children'],
    ['chxldxrx', undefined],
    ['exlcude', 'exclude'],
    ['te', undefined],
    ['', undefined],
    ['something', undefined],
  ];
  for (const [written, meant] of cases) {
    it(`by “${written}” is ${meant === undefined ? 'unknown' : `“${meant}”`}`, () => {
      assert.equal(closestTo(written, KNOWN), meant);
    });
  }

  it('is the closest one, and the first of those as close', () => {
    assert.equal(closestTo('terms', ['germs', 'terms']), 'terms');
    assert.equal(closestTo('berms', ['germs', 'terms']), 'germs');
  });
});

describe('A set of words', () => {
  it('holds the words of all lines', () => {
    assert.deepEqual([...wordSet('to be or', 'not to be')], ['to', 'be', 'or', 'not']);
  });
});
