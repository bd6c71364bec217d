import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followed, isBetter, moved, replacement } from '../../../src/core/annotations/follow';
import type { Anchored } from '../../../src/core/annotations/model';
import type { Edit } from '../../../src/core/text/lines';
import type { Span } from '../../../src/core/text/span';

function asIs(edit: Edit) {
  return { whole: edit, inner: edit };
}

describe('An annotation, while its document is edited', () => {
  const span = { start: 10, end: 20 };
  const cases: [what: string, edit: [number, number, string], result: string][] = [
    ['typing before it', [3, 3, 'abc'], '13–23'],
    ['typing right before it', [10, 10, 'abc'], '13–23'],
    ['typing right behind it', [20, 20, 'abc'], '10–20'],
    ['typing within it', [15, 15, 'abc'], '10–23 touched'],
    ['deleting before it', [0, 5, ''], '5–15'],
    ['deleting its beginning', [5, 12, ''], '5–13 touched'],
    ['deleting its end', [18, 25, ''], '10–18 touched'],
    ['deleting it', [5, 25, ''], 'gone'],
    ['replacing all of it', [10, 20, 'other'], 'gone'],
    ['replacing its beginning', [10, 12, 'abcd'], '10–22 touched'],
    ['replacing its end', [18, 20, 'abcd'], '10–22 touched'],
    ['replacing what stands across its beginning', [8, 12, 'abcd'], '12–20 touched'],
    ['replacing what stands across its end', [18, 22, 'abcd'], '10–18 touched'],
    ['replacing it and what stands before it', [8, 20, 'abcd'], 'gone'],
    ['replacing it and what stands behind it', [10, 22, 'abcd'], 'gone'],
    ['replacing up to it', [5, 10, 'a'], '6–16'],
    ['replacing from it on', [20, 25, 'a'], '10–20'],
  ];
  for (const [what, [start, end, text], result] of cases) {
    it(`${what}: ${result}`, () => {
      const { span: after, touched } = moved(span, asIs({ start, end, text }));
      const shown = after ? `${after.start}–${after.end}${touched ? ' touched' : ''}` : 'gone';
      assert.equal(shown, result);
    });
  }

  it('keeps its words whenever an edit doesn’t touch them', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(10),
        fc.string({ maxLength: 5 }),
        (start, length, inserted) => {
          const text = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEF';
          const end = Math.min(start + length, text.length);
          const after = text.slice(0, start) + inserted + text.slice(end);
          const result = moved(span, asIs({ start, end, text: inserted }));
          if (result.touched) return;
          assert(result.span);
          assert.equal(after.slice(result.span.start, result.span.end), text.slice(10, 20));
        },
      ),
    );
  });
});

describe('An annotation that an edit shortens', () => {
  const cases: [what: string, before: string, removed: string, left: string][] = [
    ['at its beginning', 'Oh. [[sighs] It ends.] So?', '[sighs]', 'It ends.'],
    ['at its end', 'Oh. [It ends. Maybe.] So?', 'Maybe.', 'It ends.'],
    ['within', 'Oh. [It soon ends.] So?', 'soon ', 'It ends.'],
    ['but for a space', 'Oh. [It ]So?', 'It', ''],
  ];
  for (const [what, marked, removed, left] of cases) {
    it(`${what} begins and ends with a word`, () => {
      const start = marked.indexOf('[');
      const end = marked.lastIndexOf(']') - 1;
      const before =
        marked.slice(0, start) + marked.slice(start + 1, end + 1) + marked.slice(end + 2);
      const at = before.indexOf(removed);
      const after = before.slice(0, at) + before.slice(at + removed.length);
      const quote = before.slice(start, end);
      const selector = { start, end, quote, prefix: '', suffix: '' };
      const annotation = { id: 'a', selector, tags: [], topics: [] };
      const anchored: Anchored = { annotation, span: { start, end }, state: 'exact' };
      const edit = asIs({ start: at, end: at + removed.length, text: '' });
      const words = (span: Span) => after.slice(span.start, span.end);
      const [now] = followed([anchored], [edit], words);
      assert.equal(now?.span ? words(now.span) : '', left);
      assert.equal(now?.state, left === '' ? 'orphan' : 'changed');
    });
  }
});

describe('Annotations, after some edits', () => {
  const before = 'A: We row home. B: Oh.';
  const quote = 'We row home.';
  const annotation = (was?: string): Anchored['annotation'] => ({
    id: 'a',
    selector: { start: 3, end: 15, quote, prefix: '', suffix: '' },
    ...(was !== undefined && { was }),
    tags: [],
    topics: [],
  });
  const one = (more: Partial<Anchored> = {}): Anchored => ({
    annotation: annotation(),
    span: { start: 3, end: 15 },
    state: 'exact',
    ...more,
  });
  /** What becomes of an annotation when some words are replaced by others, one after another. */
  function after(anchored: Anchored, changes: readonly [from: string, to: string][]): Anchored {
    let text = before;
    const edits = changes.map(([from, to]) => {
      const start = text.indexOf(from);
      const whole = { start, end: start + from.length, text: to };
      text = text.replace(from, to);
      return replacement(whole, from);
    });
    const wordsAt = ({ start, end }: Span) => text.slice(start, end);
    return followed([anchored], edits, wordsAt)[0] ?? assert.fail('It is gone.');
  }

  it('are the same objects where nothing of them changes', () => {
    const all = [one()];
    assert.equal(
      followed(all, [], () => ''),
      all,
    );
    const same = one();
    assert.equal(after(same, [['Oh', 'Ah']]), same);
    const orphan = one({ span: undefined, state: 'orphan' });
    assert.equal(after(orphan, [['A:', 'Ann:']]), orphan);
  });

  const cases: [what: string, before: Anchored, changes: [string, string][], after: Anchored][] = [
    [
      'move with what is written before them',
      one(),
      [['A:', 'Ann:']],
      one({ span: { start: 5, end: 17 } }),
    ],
    [
      'are moved as they were before',
      one({ state: 'moved' }),
      [['A:', 'Ann:']],
      one({ span: { start: 5, end: 17 }, state: 'moved' }),
    ],
    [
      'are changed where their words are',
      one(),
      [['row', 'sail']],
      one({ span: { start: 3, end: 16 }, state: 'changed', grade: 'meaning' }),
    ],
    [
      'are as they were once their words are',
      one(),
      [
        ['row', 'sail'],
        ['sail', 'row'],
      ],
      one(),
    ],
    [
      'are as they were before they were taken for moved',
      one({ state: 'moved' }),
      [
        ['row', 'sail'],
        ['sail', 'row'],
      ],
      one(),
    ],
    [
      'are up for review until somebody has looked, whatever their words are',
      one({ annotation: annotation('We rowed home.') }),
      [
        ['row', 'sail'],
        ['sail', 'row'],
      ],
      one({ annotation: annotation('We rowed home.'), state: 'changed', grade: 'meaning' }),
    ],
    [
      'are nowhere where their words are not',
      one(),
      [[quote, '']],
      one({ span: undefined, state: 'orphan' }),
    ],
    [
      'stay nowhere where their words are written again',
      one(),
      [
        [quote, ''],
        ['A: ', `A: ${quote}`],
      ],
      one({ span: undefined, state: 'orphan' }),
    ],
  ];
  for (const [what, anchored, changes, expected] of cases) {
    it(what, () => {
      assert.deepEqual(after(anchored, changes), expected);
    });
  }
});

describe('An annotation, when lines of its document are replaced', () => {
  /** The edit as VS Code makes it of a file that was changed elsewhere: all lines from the first change to the last. */
  function byLines(before: string, after: string): Edit {
    const [old, fresh] = [before, after].map((text) => text.split(/(?<=\n)/)) as [
      string[],
      string[],
    ];
    let head = 0;
    while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++;
    let tail = 0;
    const most = Math.min(old.length, fresh.length) - head;
    while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
    const start = old.slice(0, head).join('').length;
    const end = before.length - old.slice(old.length - tail).join('').length;
    return { start, end, text: fresh.slice(head, fresh.length - tail).join('') };
  }

  /** What stands in brackets is annotated; what is expected stands in brackets, or in braces if it was touched. */
  const cases: [what: string, before: string, expected: string][] = [
    [
      'a word behind it on its line, and one farther down',
      'A: [We know that.] Who paid?\nB: Nobody.\nA: Good.\n',
      'A: [We know that.] Who pays?\nB: Nobody.\nA: Fine.\n',
    ],
    [
      'a word before it on its line, and one farther up',
      'A: Good.\nB: Nobody.\nA: Who paid? [We know that.]\n',
      'A: Fine.\nB: Nobody.\nA: Who pays? [We know that.]\n',
    ],
    [
      'a word of the last of its lines',
      'A: [We know.\nThe town pays.]\nB: Oh.\n',
      'A: {We know.\nThe state pays.}\nB: Oh.\n',
    ],
    [
      'a word of it that says the opposite then',
      'A: Well.\n[We know who pays.]\nB: Oh.\n',
      'A: Well.\n{We do not know who pays.}\nB: Oh.\n',
    ],
    [
      'words behind it, or within, as both end in the same way',
      'A: [They will pay.]\nB: Oh.\n',
      'A: {They will pay. They will not pay.}\nB: Oh.\n',
    ],
    [
      'all of it, but for a full stop',
      'A: Well.\n[They will pay.]\nB: Oh.\n',
      'A: Well.\nNobody knows a thing.\nB: Oh.\n',
    ],
    [
      'what is said twice, of which one is gone: it may be this one',
      'A: [We may go.] We may go.\n',
      'A: We may go.\n',
    ],
    [
      'what is said once, and then twice: it may be either',
      'A: [We may go.]\n',
      'A: We may go. We may go.\n',
    ],
    [
      'a smiley by one that begins with the same half',
      'A: [Yes 😀] Good.\nB: Oh.\n',
      'A: {Yes }😁 Fine.\nB: Ah.\n',
    ],
    ['the line end behind it', 'A: [Yes.]\r\nB: Oh.\r\n', 'A: [Yes.]\r\n\r\nB: Ah.\r\n'],
    [
      'a word that begins as the one before: words stay whole',
      'A: [We all left together in March\nor so.] B: Oh.\n',
      'A: {We all left together in }May\nthen. B: Ah.\n',
    ],
    ['nothing, by the same again', 'A: [Yes.]\n', 'A: [Yes.]\n'],
  ];
  for (const [what, marked, expected] of cases) {
    it(`${what}: ${/[[{]/.exec(expected)?.[0] ?? 'gone'}`, () => {
      const [before, after] = [marked, expected].map((text) => text.replace(/[[\]{}]/g, '')) as [
        string,
        string,
      ];
      const start = marked.indexOf('[');
      const whole = byLines(before, after);
      const one = replacement(whole, before.slice(whole.start, whole.end));
      const { span, touched } = moved({ start, end: marked.indexOf(']') - 1 }, one);
      const [open, close] = touched ? ['{', '}'] : ['[', ']'];
      const shown =
        span &&
        `${after.slice(0, span.start)}${open}${after.slice(span.start, span.end)}${close}${after.slice(span.end)}`;
      assert.equal(shown ?? after, expected);
    });
  }

  it('has the same text in the end, and is only touched where its words are', () => {
    const some = fc.array(
      fc.constantFrom('We ', 'go. ', 'go', 'no ', '\r\n', '😀', '😁', 'é', '水'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(some, some, some, some, (head, removed, added, tail) => {
        const [before, old, text, behind] = [head, removed, added, tail].map((parts) =>
          parts.join(''),
        ) as [string, string, string, string];
        const whole = { start: before.length, end: before.length + old.length, text };
        const { inner } = replacement(whole, old);
        const all = before + old + behind;
        const after = all.slice(0, inner.start) + inner.text + all.slice(inner.end);
        assert.equal(after, before + text + behind);
        for (const at of [inner.start, inner.end]) {
          assert.doesNotMatch(all.slice(Math.max(whole.start, at - 1), at + 1), /^(?:😀|😁|\r\n)$/);
        }
        const word = { start: 0, end: before.length };
        if (before !== '') assert.deepEqual(moved(word, { whole, inner }).span, word);
      }),
    );
  });
});

describe('A place that was found for an annotation', () => {
  const text = 'We know. The state pays. They said so.';
  const quote = 'We know. The town pays.';
  const at = (words: string | undefined, state: Anchored['state']): Anchored => {
    const start = words === undefined ? 0 : text.indexOf(words);
    return {
      annotation: {
        id: 'a',
        selector: { start: 0, end: 23, quote, prefix: '', suffix: '' },
        tags: [],
        topics: [],
      },
      span: words === undefined ? undefined : { start, end: start + words.length },
      state,
    };
  };
  const cut = at('We know.', 'changed');
  const cases: [what: string, found: Anchored, known: Anchored | undefined, isTaken: boolean][] = [
    ['is taken where there is none yet', at('We know.', 'changed'), undefined, true],
    ['is taken if it is none, where there is none yet', at(undefined, 'orphan'), undefined, true],
    [
      'is taken where edits took the words away',
      at('We know.', 'changed'),
      at(undefined, 'orphan'),
      true,
    ],
    ['isn’t taken if it is none', at(undefined, 'orphan'), cut, false],
    [
      'isn’t taken where the words are as they were',
      at('We know. The state pays.', 'moved'),
      at('We know.', 'exact'),
      false,
    ],
    [
      'is taken where the words are as they were, which edits have changed',
      at('They said so.', 'moved'),
      cut,
      true,
    ],
    [
      'is taken where it has all of what edits have cut',
      at('We know. The state pays.', 'changed'),
      cut,
      true,
    ],
    [
      'isn’t taken where what it has more was never annotated',
      at('We know. The state pays. They said so.', 'changed'),
      at('We know. The state pays.', 'changed'),
      false,
    ],
    [
      'is taken where it has an end that edits have cut, in other words',
      at('We know. The state pays.', 'changed'),
      at('We know. The ', 'changed'),
      true,
    ],
    [
      'is taken where it has its beginning again',
      at('We know. The state', 'changed'),
      at('know. The', 'changed'),
      true,
    ],
    ['isn’t taken where it has less', cut, at('We know. The state pays.', 'changed'), false],
    ['isn’t taken where it is elsewhere', at('The state pays.', 'changed'), cut, false],
    ['isn’t taken where it is the same', cut, cut, false],
    [
      'isn’t taken where it lacks the beginning of what is known',
      at('The state pays. They said', 'changed'),
      at('We know. The', 'changed'),
      false,
    ],
    [
      'isn’t taken where it lacks the end of what is known',
      at('We know. The', 'changed'),
      at('know. The state', 'changed'),
      false,
    ],
  ];
  for (const [what, found, known, isTaken] of cases) {
    it(what, () => {
      const wordsAt = ({ start, end }: Span) => text.slice(start, end);
      assert.equal(isBetter(found, known, wordsAt), isTaken);
    });
  }
});
