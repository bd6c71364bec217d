import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionsAt, keyAt } from '../../../src/core/topics/help';
import { editTaxonomy, smallestEdit, type TaxonomyEdit } from '../../../src/core/topics/edit';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { allTopics, type Taxonomy } from '../../../src/core/topics/model';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { anyText, anyYaml, editIn, isIn } from '../support/anything';
import { runs } from '../support/runs';

const KEYS =
  'topics label prefLabel altLabel terms exact exclude entities children narrower broader related id color icon scopeNote definition notation include codebook en de name shortcut'.split(
    ' ',
  );
const VALUES = [
  'Law',
  'law',
  'sign*',
  '*',
  'a NEAR/3 b',
  'NEAR/x',
  'the',
  '#fff',
  'globe',
  'Bank',
  'ﬁ',
  '东京',
  7.2,
];
const anyTaxonomy = fc.oneof(
  anyYaml(KEYS, VALUES),
  fc
    .array(anyYaml(KEYS, VALUES), { minLength: 1, maxLength: 4 })
    .map((items) =>
      items.map((item) => `- label: x\n  ${item.trimEnd().replace(/\n/g, '\n  ')}\n`).join(''),
    ),
);

/** A taxonomy as people write it, with or without ids and in both forms. */
const label = fc.constantFrom('Law', 'Sea law', 'Ports', 'Bank', 'Ölpreis', 'Tax');
const soundTaxonomy = fc
  .uniqueArray(fc.tuple(label, fc.boolean(), fc.constantFrom('', '# why\n')), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 6,
  })
  .map((topics) =>
    topics
      .map(([name, isLong, comment], index) => {
        const indent = index % 3 === 2 && topics[index - 1]?.[1] ? '    ' : '';
        const under = indent && !(index % 3 === 1) ? '  children:\n' : '';
        const item = isLong
          ? `- label: ${name}\n${indent}  terms: [${name.toLowerCase()}]\n`
          : `- ${name}\n`;
        return `${under}${indent}${comment}${comment && indent}${item}`;
      })
      .join(''),
  );

const id = fc.constantFrom('law', 'sea-law', 'ports', 'bank', 'ölpreis', 'tax', 'nobody');
const anyEdits: fc.Arbitrary<TaxonomyEdit> = fc.oneof(
  fc.record({ add: fc.record({ label: fc.constantFrom('New', 'Newer') }), under: id }),
  fc.record({
    add: fc.record({ label: fc.constantFrom('Top', 'Topmost'), term: fc.constant('x: y') }),
  }),
  fc.record({ rename: id, label: fc.constantFrom('Renamed', '“Q” # :', '1') }),
  fc.record({ move: id, under: fc.option(id, { nil: undefined }) }),
  fc.record({ term: fc.constantFrom('price cap', '- a', '{b'), to: id }),
  fc.record({ merge: id, into: id }),
  fc.record({ remove: id }),
  fc.record({ recolour: id, color: fc.constant('#123456') }),
);

function idsOf(taxonomy: Taxonomy): string[] {
  return [...allTopics(taxonomy.topics)].map((topic) => topic.id);
}

/** The ids that are gone after an edit that was made. */
function goneBy(edit: TaxonomyEdit, before: Taxonomy): string[] {
  if ('merge' in edit) return [edit.merge];
  if (!('remove' in edit)) return [];
  const removed = [...allTopics(before.topics)].find((topic) => topic.id === edit.remove);
  return removed ? [...allTopics([removed])].map((topic) => topic.id) : [];
}

describe('Any taxonomy', () => {
  it('is read, and touches only what is there, whatever it holds and whatever the text', () => {
    fc.assert(
      fc.property(anyTaxonomy, anyText, fc.nat(), (yaml, text, at) => {
        const { taxonomy, problems } = parseTaxonomy(yaml);
        for (const { start, end } of problems) {
          assert.ok(0 <= start && start < end && end <= yaml.length + 1, `${start}–${end}`);
        }
        const offset = at % (yaml.length + 1);
        completionsAt(yaml, offset);
        keyAt(yaml, offset);
        if (!taxonomy) return;
        const ids = idsOf(taxonomy);
        assert.equal(new Set(ids).size, ids.length);
        const { hits, excluded } = TopicMatcher.compile(taxonomy).find(text);
        for (const hit of [...hits, ...excluded]) {
          assert.ok(isIn(hit, { start: 0, end: text.length }));
          assert.ok(ids.includes(hit.topicId));
        }
      }),
      runs(200),
    );
  });

  it('is never broken by an edit, whatever it holds', () => {
    fc.assert(
      fc.property(anyTaxonomy, anyEdits, (yaml, edit) => {
        const isSound = parseTaxonomy(yaml).taxonomy !== undefined;
        const edited = editTaxonomy(yaml, edit);
        if (edited === undefined || !isSound) return;
        const errors = parseTaxonomy(edited).problems.filter(
          ({ severity }) => severity === 'error',
        );
        assert.deepEqual(errors, [], edited);
      }),
      runs(300),
    );
  });

  it('loses no topic and no comment by any sequence of edits, but those it is told to', () => {
    fc.assert(
      fc.property(soundTaxonomy, fc.array(anyEdits, { maxLength: 6 }), (start, edits) => {
        let yaml = start;
        for (const edit of edits) {
          const { taxonomy, problems } = parseTaxonomy(yaml);
          assert.ok(taxonomy, JSON.stringify([yaml, problems]));
          const edited = editTaxonomy(yaml, edit);
          if (edited === undefined) continue;
          const now = parseTaxonomy(edited).taxonomy;
          assert.ok(now, JSON.stringify([edit, yaml, edited]));
          const gone = new Set(goneBy(edit, taxonomy));
          const kept = idsOf(taxonomy).filter((one) => !gone.has(one));
          assert.deepEqual(
            kept.filter((one) => !idsOf(now).includes(one)),
            [],
            JSON.stringify([edit, yaml, edited]),
          );
          const { start: from, end, text } = smallestEdit(yaml, edited);
          assert.equal(yaml.slice(0, from) + text + yaml.slice(end), edited);
          yaml = edited;
        }
      }),
      runs(200),
    );
  });

  it('finds after an edit of a text what it finds there afresh', () => {
    const { taxonomy } = parseTaxonomy(
      '- { label: Law, terms: [sign*, go, "why NEAR/4 go"], exclude: [sign so] }',
    );
    assert.ok(taxonomy);
    const matcher = TopicMatcher.compile(taxonomy);
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, more, at) => {
          const { start } = editIn(text.length, { at, removed: 0, text: '' });
          const changed = text.slice(0, start) + more + text.slice(start);
          matcher.find(text);
          assert.deepEqual(matcher.find(changed), TopicMatcher.compile(taxonomy).find(changed));
        },
      ),
      runs(100),
    );
  });
});
