import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entity, EntityType } from '../../../src/core/entities/model';
import type { Piece, Region, RegionKind, Turn } from '../../../src/core/interview/model';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';
import { Sequence } from '../../../src/core/text/sequence';
import type { Span } from '../../../src/core/text/span';
import { tokensIn, type Token } from '../../../src/features/colouring/tokens';

type Parts = Parameters<typeof tokensIn>[0];

interface Marked {
  readonly text: string;
  readonly labels?: readonly (Span & { role: Turn['role'] })[];
  readonly regions?: readonly (Span & { kind: RegionKind })[];
  readonly names?: readonly (Span & { type: EntityType })[];
}

/** An analysis of which only what is coloured is there. */
function analysis({ text, labels = [], regions = [], names = [] }: Marked): Parts {
  const span = ({ start, end }: Span): Span => ({ start, end });
  const turns = labels.map((label, index): Turn => {
    const end = labels[index + 1]?.start ?? text.length;
    return {
      index,
      speaker: undefined,
      role: label.role,
      span: { start: label.start, end },
      label: span(label),
      paragraphs: [],
    };
  });
  const entities = names.map((name, index): Entity => ({
    id: String(index),
    name: text.slice(name.start, name.end),
    type: name.type,
    aliases: [],
    why: { text: '', args: [] },
    mentions: [],
  }));
  return {
    text: TextLines.of(text),
    interview: {
      recognition: { isInterview: true, score: 1, reasons: [], byHand: false },
      title: undefined,
      metadata: {},
      speakers: [],
      turns,
      exchanges: [],
      regions: regions.map((region): Region => ({ kind: region.kind, span: span(region) })),
      pieces: Sequence.of<Piece>([]),
      starts: [],
    },
    entities: () => ({
      entities,
      mentions: names.map((name, index) => ({ span: span(name), entityId: String(index) })),
      byId: new Map(entities.map((entity) => [entity.id, entity])),
      bySpeaker: new Map(),
    }),
  };
}

function at(text: string, words: string): Span {
  const start = text.indexOf(words);
  assert.notEqual(start, -1);
  return { start, end: start + words.length };
}

function readable(text: string, tokens: readonly Token[]): string[] {
  const lines = text.split(/\r?\n/);
  return tokens.map(
    ({ line, start, length, type }) => `${lines[line]?.slice(start, start + length)} = ${type}`,
  );
}

describe('Colours', () => {
  it('are those of speakers, asides and names; a name in an aside keeps its own', () => {
    const text = 'Holt: Why?\r\nBrandt: In Tarsk.\r\n[Tape ends.\r\nRecorded in Tarsk, 1962.]';
    const tarsk = text.lastIndexOf('Tarsk');
    const parts = analysis({
      text,
      labels: [
        { ...at(text, 'Holt:'), role: 'interviewer' },
        { ...at(text, 'Brandt:'), role: 'interviewee' },
      ],
      regions: [{ start: text.indexOf('['), end: text.length, kind: 'notice' }],
      names: [
        { ...at(text, 'Tarsk'), type: 'place' },
        { start: tarsk, end: tarsk + 5, type: 'place' },
      ],
    });
    assert.deepEqual(readable(text, tokensIn(parts, { start: 0, end: text.length }, true)), [
      'Holt: = interviewQuestioner',
      'Brandt: = interviewAnswerer',
      'Tarsk = entityPlace',
      '[Tape ends. = interviewAside',
      'Recorded in  = interviewAside',
      'Tarsk = entityPlace',
      ', 1962.] = interviewAside',
    ]);
  });

  it('are those of speakers wherever cues repeat who speaks', () => {
    const cues = [
      '<v Ada Holt>Welcome.',
      '<v Ada Holt>Will the river rise?',
      '<v Luis Brandt>I think so.',
      '<v Luis Brandt>It always has.',
      '<v Ada Holt>And who pays?',
      '<v Luis Brandt>All of us.',
    ];
    const times = cues.map((cue, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${cue}`);
    const text = TextLines.of(['WEBVTT', ...times].join('\n\n'));
    const interview = new InterviewReader().read(text, {});
    const parts = { ...analysis({ text: '' }), text, interview };
    const tokens = tokensIn(parts, { start: 0, end: text.length }, true);
    const labels = readable(text.toString(), tokens).filter((token) => token.startsWith('<v'));
    assert.deepEqual(labels, [
      '<v Ada Holt> = interviewQuestioner',
      '<v Ada Holt> = interviewQuestioner',
      '<v Luis Brandt> = interviewAnswerer',
      '<v Luis Brandt> = interviewAnswerer',
      '<v Ada Holt> = interviewQuestioner',
      '<v Luis Brandt> = interviewAnswerer',
    ]);
  });

  it('of names are those of their article, too, where it is part of the name', () => {
    for (const [text, seen] of [
      ['He spoke to The Pilot House.', 'The Pilot House'],
      ['He spoke to, say, The Pilot House.', 'The Pilot House'],
      ['He spoke to the Pilot House.', 'Pilot House'],
      ['He left. The Pilot House stayed.', 'Pilot House'],
      ['The Pilot House stayed.', 'Pilot House'],
    ] as const) {
      const name = { ...at(text, 'Pilot House'), type: 'organisation' } as const;
      const tokens = tokensIn(analysis({ text, names: [name] }), { start: 0, end: 9 }, true);
      assert.deepEqual(readable(text, tokens), [`${seen} = entityOrganisation`]);
    }
  });

  it('of names can be left out', () => {
    const text = 'Holt: In Tarsk?';
    const parts = analysis({
      text,
      labels: [{ ...at(text, 'Holt:'), role: 'interviewer' }],
      names: [{ ...at(text, 'Tarsk'), type: 'place' }],
    });
    const tokens = tokensIn(parts, { start: 0, end: text.length }, false);
    assert.deepEqual(readable(text, tokens), ['Holt: = interviewQuestioner']);
  });

  it('never leave their line or overlap, and are the same whatever part is asked about', () => {
    const pieces = fc.array(fc.constantFrom('Ada', 'x', ' ', '\n', '\r\n', '[', ']', '⚓'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        pieces,
        fc.infiniteStream(fc.nat()),
        fc.nat(),
        fc.nat(),
        (words, dice, from, to) => {
          const text = words.join('');
          const parts = analysis(randomlyMarked(text, dice));
          const all = tokensIn(parts, { start: 0, end: text.length }, true);
          const lines = Array.from(parts.text.lines, ({ text: line }) => line.length);
          all.forEach((token, index) => {
            assert.ok(token.length > 0 && token.start + token.length <= (lines[token.line] ?? 0));
            const before = all[index - 1];
            if (before?.line === token.line) assert.ok(before.start + before.length <= token.start);
            else if (before) assert.ok(before.line < token.line);
          });
          const [start = 0, end = 0] = [from, to]
            .map((at) => at % (text.length + 1))
            .sort((a, b) => a - b);
          const [first, last] = [parts.text.lineAt(start), parts.text.lineAt(end)];
          assert.deepEqual(
            tokensIn(parts, { start, end }, true),
            all.filter(({ line }) => first <= line && line <= last),
          );
        },
      ),
    );
  });
});

/** Labels, regions and names anywhere, each in order and not overlapping its like. */
function randomlyMarked(text: string, dice: Iterator<number>): Marked {
  const next = (sides: number) => (dice.next().value as number) % sides;
  const spans = () => {
    const found: Span[] = [];
    for (let start = next(4); start < text.length;) {
      const end = Math.min(text.length, start + 1 + next(6));
      found.push({ start, end });
      start = end + next(8);
    }
    return found;
  };
  return {
    text,
    labels: spans().map((span) => ({ ...span, role: 'interviewer' })),
    regions: spans().map((span) => ({ ...span, kind: 'notice' })),
    names: spans().map((span) => ({ ...span, type: 'person' })),
  };
}
