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

  const refused: [what: string, yaml: string, edit: TaxonomyEdit][] = [
    ['a topic that is not there', YAML, { remove: 'peace' }],
    ['a topic under itself', YAML, { move: 'trade', under: 'quotas' }],
    ['a topic into what is below it', YAML, { merge: 'trade', into: 'ports' }],
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

  it('so that nothing else of the starter changes', () => {
    const starter = readFileSync('media/starter-taxonomy.yaml', 'utf8');
    const edited = editTaxonomy(starter, { term: 'embargo list', to: 'evasion' });
    const { start, end, text } = smallestEdit(starter, edited ?? '');
    assert.equal(end - start, 0);
    assert.match(text, /^,? ?embargo list,? ?$/);
  });
});
