import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextLines } from '../../../src/core/text/lines';
import { runs } from '../support/runs';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r', '😀'), maxLength: 40 });

describe('The lines of a text', () => {
  const cases: [text: string, lines: string[]][] = [
    ['', ['']],
    ['one', ['one']],
    ['one\ntwo', ['one', 'two']],
    ['one\r\ntwo\r', ['one', 'two', '']],
    ['\n\n', ['', '', '']],
    ['one\n\rtwo', ['one', '', 'two']],
  ];
  for (const [whole, lines] of cases) {
    it(`of ${JSON.stringify(whole)} are ${JSON.stringify(lines)}`, () => {
      assert.deepEqual(
        Array.from(TextLines.of(whole).lines, (line) => line.text),
        lines,
      );
    });
  }

  it('give back every part of the text as it was', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (whole, start, length) => {
        const lines = TextLines.of(whole);
        const span = { start, end: start + length };
        assert.equal(lines.slice(span), whole.slice(span.start, span.end));
        assert.equal(lines.toString(), whole);
        assert.equal(lines.length, whole.length);
      }),
    );
  });

  it('after an edit are those of the edited text', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(10), text, (whole, place, length, inserted) => {
        const start = Math.min(place, whole.length);
        const end = Math.min(start + length, whole.length);
        const edited = TextLines.of(whole).edited({ start, end, text: inserted });
        const fresh = TextLines.of(whole.slice(0, start) + inserted + whole.slice(end));
        assert.deepEqual([...edited.lines], [...fresh.lines]);
        const starts = (text: TextLines) => Array.from(text.lines, (_, line) => text.startOf(line));
        assert.deepEqual(starts(edited), starts(fresh));
        assert.equal(edited.length, fresh.length);
      }),
      runs(1000),
    );
  });

  it('of a long text are where they are, version after version', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.oneof(fc.nat(9), fc.nat(3000)),
      come: fc.oneof(text, fc.constant('salt\n'.repeat(700))),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let whole = 'The river\nfell.\n\n'.repeat(600);
        let lines = TextLines.of(whole);
        for (const { at, gone, come } of edits) {
          const start = Math.floor(at * whole.length);
          const end = Math.min(start + gone, whole.length);
          lines = lines.edited({ start, end, text: come });
          whole = whole.slice(0, start) + come + whole.slice(end);
          const fresh = TextLines.of(whole);
          assert.equal(lines.length, whole.length);
          for (let line = 0; line <= fresh.lines.length; line += 7) {
            const offset = fresh.startOf(line);
            assert.equal(lines.startOf(line), offset);
            const places = [offset - 1, offset, offset + 1];
            assert.deepEqual(
              places.map((one) => lines.lineAt(one)),
              places.map((one) => fresh.lineAt(one)),
            );
          }
          assert.equal(lines.slice({ start, end: start + 99 }), whole.slice(start, start + 99));
        }
      }),
      runs(60),
    );
  });

  it('that an edit doesn’t touch stay the same objects', () => {
    const before = TextLines.of('one\ntwo\nthree\nfour\nfive\nsix');
    const after = before.edited({ start: 9, end: 10, text: 'X' });
    assert.equal(after.lines.at(0), before.lines.at(0));
    assert.notEqual(after.lines.at(2), before.lines.at(2));
    assert.equal(after.lines.at(4), before.lines.at(4));
    assert.equal(after.lines.at(5), before.lines.at(5));
  });

  it('stay the same objects around new line ends', () => {
    const before = TextLines.of('one\ntwo\nthree');
    const after = before.edited({ start: 4, end: 4, text: '\n\n' });
    assert.deepEqual(
      Array.from(after.lines, (line) => [...before.lines].indexOf(line)),
      [0, -1, -1, 1, 2],
    );
  });

  it('tell on which line an offset stands', () => {
    const lines = TextLines.of('ab\ncd\n');
    assert.deepEqual(
      [0, 2, 3, 5, 6, 99].map((offset) => lines.lineAt(offset)),
      [0, 0, 1, 1, 2, 2],
    );
  });
});
