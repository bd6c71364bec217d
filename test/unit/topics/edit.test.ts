import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editTaxonomy, smallestEdit, type TaxonomyEdit } from '../../../src/core/topics/edit';

const YAML = `# Ours.
topics:
  # The first.
  - label: Trade # all of it
    terms: [trade, "tariff*"]

    children:
      - Ports
      - {label: Quotas, terms: [quota]}
  - id: war
    label: War
    color: '#aa0000' # red
    terms:
      - war # in all its forms
      - battle
    custom: kept
`;

describe('A taxonomy is edited', () => {
  const cases: [what: string, edit: TaxonomyEdit, before: string, after: string][] = [
    [
      'by a new topic',
      { add: { label: 'Peace' } },
      '    custom: kept\n',
      '    custom: kept\n  - label: Peace\n    terms: [Peace]\n',
    ],
    [
      'by a new topic under another',
      { add: { label: 'Siege', term: 'besiege' }, under: 'war' },
      '    custom: kept\n',
      '    custom: kept\n    children:\n      - label: Siege\n        terms: [besiege]\n',
    ],
    [
      'by another name, and the id stays',
      { rename: 'trade', label: 'Commerce' },
      '  - label: Trade # all of it\n',
      '  - id: trade\n    label: Commerce # all of it\n',
    ],
    [
      'by another name of what has an id',
      { rename: 'war', label: 'Wars' },
      'label: War\n',
      'label: Wars\n',
    ],
    [
      'by another name of a bare topic',
      { rename: 'ports', label: 'Harbours' },
      '      - Ports\n',
      '      - id: ports\n        label: Harbours\n        terms: [Ports]\n',
    ],
    ['by a term', { term: 'embargo', to: 'trade' }, '"tariff*"]', '"tariff*", embargo]'],
    [
      'by a term of a list',
      { term: 'siege', to: 'war' },
      '- battle\n',
      '- battle\n      - siege\n',
    ],
    ['by another colour', { recolour: 'war', color: '#00aa00' }, "'#aa0000'", "'#00aa00'"],
    [
      'by taking a topic out',
      { remove: 'quotas' },
      '      - {label: Quotas, terms: [quota]}\n',
      '',
    ],
  ];
  for (const [what, edit, before, after] of cases) {
    it(what, () => {
      assert.ok(YAML.includes(before));
      assert.equal(editTaxonomy(YAML, edit), YAML.replace(before, after));
    });
  }

  it('by moving a topic under another, and back to the top', () => {
    const moved = editTaxonomy(YAML, { move: 'quotas', under: 'war' });
    assert.ok(moved);
    assert.match(
      moved,
      /custom: kept\n {4}children:\n {6}- \{label: Quotas, terms: \[quota\]\}\n$/,
    );
    const back = editTaxonomy(moved, { move: 'quotas', under: undefined });
    assert.match(back ?? '', /custom: kept\n {2}- \{label: Quotas, terms: \[quota\]\}\n$/);
  });

  it('by moving what stands under another by its id', () => {
    const flat = '- label: A\n  narrower: [b]\n- label: B\n- label: C\n  broader: a\n';
    assert.equal(
      editTaxonomy(flat, { move: 'c', under: 'b' }),
      '- label: A\n  narrower: [b]\n- label: B\n  children:\n    - label: C\n',
    );
    assert.equal(editTaxonomy(flat, { move: 'b', under: 'c' })?.includes('narrower: []'), true);
  });

  it('by merging a topic into another, with all it has', () => {
    const merged = editTaxonomy(YAML, { merge: 'trade', into: 'war' });
    assert.equal(
      merged,
      `# Ours.
topics:
  # The first.
  - id: war
    label: War
    color: '#aa0000' # red
    terms:
      - war # in all its forms
      - battle
      - trade
      - tariff*
    custom: kept
    children:
      - Ports
      - {label: Quotas, terms: [quota]}
`,
    );
  });

  const SMALL: [what: string, yaml: string, edit: TaxonomyEdit, after: string][] = [
    [
      'as it is indented',
      'topics:\n    - label: A\n      terms: [x]\n      children:\n          - B\n',
      { term: 'y', to: 'a' },
      'topics:\n    - label: A\n      terms: [x, y]\n      children:\n          - B\n',
    ],
    [
      'as deep as its lists are, also where they begin the file',
      '- label: A\n  children:\n      - label: B\n',
      { add: { label: 'C' }, under: 'b' },
      '- label: A\n  children:\n      - label: B\n        children:\n            - label: C\n              terms: [C]\n',
    ],
    [
      'without indenting lists that are not',
      'topics:\n- label: A\n  terms:\n  - x\n',
      { term: 'y', to: 'a' },
      'topics:\n- label: A\n  terms:\n  - x\n  - y\n',
    ],
    [
      'with the spaces in its brackets',
      '- label: A\n  terms: [ x ]\n',
      { term: 'y', to: 'a' },
      '- label: A\n  terms: [ x, y ]\n',
    ],
    [
      'by a topic called as another, under an id of its own',
      '- War\n- { id: war-2, label: Of 1914 }\n',
      { add: { label: 'War' } },
      '- War\n- { id: war-2, label: Of 1914 }\n- id: war-3\n  label: War\n  terms: [ War ]\n',
    ],
    [
      'by a first topic beside other keys',
      'codebook: []\n',
      { add: { label: 'War' } },
      'codebook: []\ntopics:\n  - label: War\n    terms: [War]\n',
    ],
    [
      'by a topic into an empty list',
      'topics: []\n',
      { add: { label: 'War' } },
      'topics:\n  - label: War\n    terms: [War]\n',
    ],
    [
      'by another name of a bare topic, whose comment stays',
      '- A # quays\n- B\n',
      { rename: 'a', label: 'C' },
      '- id: a\n  label: C\n  terms: [A]\n  # quays\n- B\n',
    ],
    [
      'by another name that makes the same id',
      '- label: sea\n',
      { rename: 'sea', label: 'Sea' },
      '- label: Sea\n',
    ],
    [
      'by another name in English, where there are several',
      '- label: {de: Meer, en: Sea}\n',
      { rename: 'sea', label: 'Ocean' },
      '- id: sea\n  label: {de: Meer, en: Ocean}\n',
    ],
    [
      'by another name in the first language, where none is English',
      '- label: {de: Meer}\n',
      { rename: 'meer', label: 'Ozean' },
      '- id: meer\n  label: {de: Ozean}\n',
    ],
    [
      'by another name of a concept of SKOS',
      '- prefLabel: Sea\n',
      { rename: 'sea', label: 'Ocean' },
      '- id: sea\n  prefLabel: Ocean\n',
    ],
    [
      'by a term beside a single one',
      '- {label: A, terms: war}\n',
      { term: 'siege', to: 'a' },
      '- {label: A, terms: [war, siege]}\n',
    ],
    [
      'by a term that is there already, so that nothing changes',
      '- {label: A, terms: [war]}\n',
      { term: 'war', to: 'a' },
      '- {label: A, terms: [war]}\n',
    ],
    [
      'by a term of a concept of SKOS, in all languages',
      '- {label: A, altLabel: {en: [war], de: Krieg}}\n',
      { term: 'siege', to: 'a' },
      '- {label: A, altLabel: [war, Krieg, siege]}\n',
    ],
    [
      'by the colour of a topic whose id is a number',
      '- {id: 7, label: X}\n',
      { recolour: '7', color: 'red' },
      '- {id: 7, label: X, color: red}\n',
    ],
    [
      'by taking out the last topic below another',
      '- label: A\n  children:\n    - B\n',
      { remove: 'b' },
      '- label: A\n',
    ],
    [
      'by taking out the last topic below a concept of SKOS',
      '- label: A\n  narrower:\n    - label: B\n',
      { remove: 'b' },
      '- label: A\n',
    ],
    ['by taking out the last topic', 'topics:\n  - A\n', { remove: 'a' }, 'topics: []\n'],
    [
      'by taking out a topic whose id stands elsewhere, too',
      '- label: A\n  children:\n    - {label: B, narrower: [c, d]}\n- C\n- D\n',
      { remove: 'c' },
      '- label: A\n  children:\n    - {label: B, narrower: [d]}\n- D\n',
    ],
    [
      'by moving a topic under a bare one',
      '- A\n- B\n- C\n',
      { move: 'a', under: 'c' },
      '- B\n- label: C\n  terms: [C]\n  children:\n    - A\n',
    ],
    [
      'by merging lists, each text once; labels of SKOS become terms',
      '- {label: A, altLabel: [x, y], hiddenLabel: z, exact: [q], exclude: n, entities: [Bo]}\n- {label: B, terms: [y]}\n',
      { merge: 'a', into: 'b' },
      '- {label: B, terms: [y, x, z], exact: [q], exclude: [n], entities: [Bo]}\n',
    ],
    [
      'by merging topics with topics below them',
      '- {label: A, children: [C], narrower: [label: E]}\n- {label: B, children: [D]}\n',
      { merge: 'a', into: 'b' },
      '- {label: B, children: [D, C, {label: E}]}\n',
    ],
    [
      'by merging a topic all of whose terms are exact: they stay so',
      '- {label: A, exact: true, terms: [May]}\n- {label: B, terms: [war]}\n',
      { merge: 'a', into: 'b' },
      '- {label: B, terms: [war], exact: [May]}\n',
    ],
    [
      'by merging into a topic all of whose terms are exact: only they stay so',
      '- {label: A, exact: true, terms: [May], hiddenLabel: Mai}\n- {label: B, terms: [war]}\n',
      { merge: 'b', into: 'a' },
      '- {label: A, exact: [May, Mai], terms: [war]}\n',
    ],
    [
      'by merging two topics all of whose terms are exact',
      '- {label: A, exact: true, terms: [May]}\n- {label: B, exact: true, terms: [Mai]}\n',
      { merge: 'b', into: 'a' },
      '- {label: A, exact: true, terms: [May, Mai]}\n',
    ],
  ];
  for (const [what, yaml, edit, after] of SMALL) {
    it(what, () => {
      assert.equal(editTaxonomy(yaml, edit), after);
    });
  }

  const refused: [what: string, yaml: string, edit: TaxonomyEdit][] = [
    ['a topic that is not there', YAML, { remove: 'peace' }],
    ['the name of a topic that is not there', YAML, { rename: 'peace', label: 'X' }],
    ['the colour of a topic that is not there', YAML, { recolour: 'peace', color: 'red' }],
    ['a term of a topic that is not there', YAML, { term: 'x', to: 'peace' }],
    ['a new topic under one that is not there', YAML, { add: { label: 'X' }, under: 'peace' }],
    ['a topic under one that is not there', YAML, { move: 'war', under: 'peace' }],
    ['a topic under itself', YAML, { move: 'trade', under: 'trade' }],
    ['a topic under what is below it', YAML, { move: 'trade', under: 'quotas' }],
    ['a topic into itself', YAML, { merge: 'war', into: 'war' }],
    ['a topic into one that is not there', YAML, { merge: 'war', into: 'peace' }],
    ['a topic that is not there into another', YAML, { merge: 'peace', into: 'war' }],
    ['a topic into what is below it', YAML, { merge: 'trade', into: 'ports' }],
    ['a file that is but a text', 'hello', { add: { label: 'X' } }],
    ['a file that can’t be read', 'topics: [', { add: { label: 'X' } }],
  ];
  for (const [what, yaml, edit] of refused) {
    it(`but not ${what}`, () => {
      assert.equal(editTaxonomy(yaml, edit), undefined);
    });
  }

  it('from nothing', () => {
    assert.equal(
      editTaxonomy('', { add: { label: 'Peace' } }),
      'topics:\n  - label: Peace\n    terms: [Peace]\n',
    );
  });

  const EDITS: [before: string, after: string, edit: string][] = [
    ['abc', 'abXc', '2–2 X'],
    ['abc', 'ac', '1–2 '],
    ['aa', 'aaa', '2–2 a'],
    ['aaa', 'aa', '2–3 '],
    ['abc', 'abc', '3–3 '],
    ['', 'x', '0–0 x'],
    ['abc', 'xyz', '0–3 xyz'],
  ];
  for (const [before, after, edit] of EDITS) {
    it(`so that “${before}” becomes “${after}” by the smallest change`, () => {
      const { start, end, text } = smallestEdit(before, after);
      assert.equal(`${start}–${end} ${text}`, edit);
    });
  }

  it('so that nothing else of the starter changes', () => {
    const starter = readFileSync('media/starter-taxonomy.yaml', 'utf8');
    const edited = editTaxonomy(starter, { term: 'embargo list', to: 'evasion' });
    const { start, end, text } = smallestEdit(starter, edited ?? '');
    assert.equal(end - start, 0);
    assert.match(text, /^,? ?embargo list,? ?$/);
  });
});
