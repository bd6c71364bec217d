import assert from 'node:assert/strict';
import { select } from '../../../src/core/annotations/anchor';
import type { Annotation } from '../../../src/core/annotations/model';
import { CSV_HEAD, csvLines } from '../../../src/core/exchange/csv';
import { htmlReport, markdownReport, type ReportWords } from '../../../src/core/exchange/report';
import { RowMaker, type Row } from '../../../src/core/exchange/rows';
import { skosJson, skosTurtle } from '../../../src/core/exchange/skos';
import { annotationCollection, webAnnotations } from '../../../src/core/exchange/webAnnotations';
import { TextLines } from '../../../src/core/text/lines';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { documentOf } from './support';

const { taxonomy, codebook } = parseTaxonomy(`
topics:
  - label: { en: Water, de: Wasser }
    terms: [river, Water]
    notation: "7"
    description: 'Rivers "and" dams'
    children: [{ label: Treaties, terms: [treaty], related: [water] }]
codebook: [{ id: doubt, name: To be doubted, children: [Hearsay] }]
`);
assert(taxonomy && codebook);

const TEXT = `The Ferryman: 🚣 Why the river?

Ines Okafor: =1+1 is what <b>they</b> say of *the treaty*.

Okafor: The river will probably rise.
`;

function documentWith(words: string, said: Partial<Annotation>) {
  const start = TEXT.indexOf(words);
  const lines = TextLines.of(TEXT);
  const selector = select(lines, { start, end: start + words.length });
  const annotation: Annotation = { id: 'a', selector, tags: [], topics: [], ...said };
  const file = { corrections: { interview: true }, annotations: [annotation] };
  return documentOf('talks/okafor.txt', TEXT, file, taxonomy);
}

const document = () =>
  documentWith('=1+1 is what <b>they</b> say', {
    kind: 'judgement',
    tags: ['Hearsay', 'free'],
    topics: ['treaties'],
    confidence: 'low',
    rating: { source: 'C', information: '4' },
    note: '-check, "twice"\n\nand again',
    coder: '@ann',
  });
const rows = () => new RowMaker(taxonomy, codebook).rows(document(), { found: true });
const byHand = () => new RowMaker(taxonomy, codebook).rows(document(), { found: false });

const words: ReportWords = {
  title: 'Talks <all>',
  rest: 'Elsewhere',
  place: ({ document, line }) => `${document}, line ${line}`,
  said: ({ kind, likelihood, tags }) =>
    [kind, likelihood, ...tags].filter((word) => word !== undefined),
};

describe('The rows of an export', () => {
  it('are what people said and what was found, in order of the text', () => {
    const told = rows().map(({ line, speaker, found, kind, likelihood, topics }) =>
      [line, speaker, found ? 'found' : 'said', kind, likelihood, ...topics.map(({ id }) => id)]
        .filter((part) => part !== undefined)
        .join(' '),
    );
    assert.deepEqual(told, [
      '1 The Ferryman found water',
      '3 Ines Okafor said judgement treaties',
      '3 Ines Okafor found treaties',
      '5 Ines Okafor found prediction likely',
      '5 Ines Okafor found water',
    ]);
  });

  it('are only what people said, if that is wanted', () => {
    assert.deepEqual(
      byHand().map(({ quote }) => quote),
      ['=1+1 is what <b>they</b> say'],
    );
  });
});

describe('What a person said of some words', () => {
  const CASES: [what: string, words: string, said: Partial<Annotation>, rows: string[]][] = [
    ['is a row with its status', 'The river will', { status: 'open' }, ['5 The river will, open']],
    [
      'is none once its words are gone',
      'The river',
      { selector: { start: 0, end: 6, quote: 'Nobody', prefix: '', suffix: '' }, status: 'open' },
      [],
    ],
    ['is none where it only says that there is no claim', 'The river', { dismissed: true }, []],
    ['is none where it only refuses a topic', 'The river', { notTopics: ['water'] }, []],
    [
      'is one where it refuses a topic and says more',
      'The river',
      { notTopics: ['water'], note: 'x' },
      ['5 The river'],
    ],
    ['is one where it names a topic', 'The river', { topics: ['water'] }, ['5 The river, Water']],
    [
      'names no topic that the taxonomy has not',
      'The river',
      { topics: ['gone'] },
      ['5 The river'],
    ],
    [
      'goes over as many lines as its words',
      'they</b> say of *the treaty*.\n\nOkafor',
      { note: 'x' },
      ['3–5 they</b> say of *the treaty*.\n\nOkafor'],
    ],
  ];
  for (const [what, quote, said, rows] of CASES) {
    it(what, () => {
      const told = new RowMaker(taxonomy, codebook).rows(documentWith(quote, said), {
        found: false,
      });
      assert.deepEqual(
        told.map(({ line, lastLine, quote, status, topics }) => {
          const lines = line === lastLine ? line : `${line}–${lastLine}`;
          const more = [status, ...topics.map(({ label }) => label)].filter(Boolean);
          return [`${lines} ${quote}`, ...more].join(', ');
        }),
        rows,
      );
    });
  }

  it('replaces what was found there, which keeps its likelihood', () => {
    const said = documentWith('The river will probably rise.', { tags: ['x'] });
    const told = new RowMaker(taxonomy, codebook).rows(said, { found: true });
    assert.deepEqual(
      told
        .filter(({ line, topics }) => line === 5 && topics.length === 0)
        .map(({ found, kind, likelihood }) => [found, kind, likelihood]),
      [[false, 'prediction', 'likely']],
    );
  });
});

describe('A table (CSV)', () => {
  it('has a line for each row, and nothing that a spreadsheet would run', () => {
    assert.equal(
      CSV_HEAD + csvLines(byHand()),
      '\ufeffdocument,line,speaker,role,quote,by,kind,likelihood,reported of,codes,topics,confidence,status,rating,note,id\r\n' +
        "talks/okafor.txt,3,Ines Okafor,interviewee,'=1+1 is what <b>they</b> say,'@ann,judgement,,,To be doubted › Hearsay; free,Treaties,low,,C4," +
        `"'-check, ""twice""\n\nand again",${byHand()[0]!.guid}\r\n`,
    );
  });

  it('tells of each row who says it, how likely it is, and how far it is checked', () => {
    const text = 'Ferryman: Why?\n\nInes Okafor: The mayor said it will probably rise. It fell.\n';
    const lines = TextLines.of(text);
    const start = text.indexOf('It fell');
    const selector = select(lines, { start, end: start + 7 });
    const said: Annotation = { id: 'a', selector, tags: [], topics: [], status: 'refuted' };
    const file = { corrections: { interview: true }, annotations: [said] };
    const found = new RowMaker(taxonomy, codebook).rows(documentOf('a.txt', text, file), {
      found: true,
    });
    assert.deepEqual(
      csvLines(found)
        .split('\r\n')
        .map((line) => line.replace(/,[^,]*$/, '')),
      [
        'a.txt,3,Ines Okafor,interviewee,The mayor said it will probably rise.,found automatically,prediction,likely,The mayor,,,,,,',
        'a.txt,3,Ines Okafor,interviewee,It fell,,,,,,,,refuted,,',
        '',
      ],
    );
  });

  for (const evil of ['=cmd|x', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\n+1']) {
    it(`makes ${JSON.stringify(evil)} harmless`, () => {
      const row: Row = { ...byHand()[0]!, quote: evil };
      const [, field] = /,interviewee,("[^"]*"|[^,]*),/.exec(csvLines([row])) ?? [];
      assert.equal(field?.replaceAll('"', ''), `'${evil}`);
    });
  }
});

describe('Web Annotations', () => {
  it('bear the words, their place in code points, and what is said of them', () => {
    const annotations = webAnnotations(document().analysis.text, byHand(), 'talks/okafor.txt');
    const collection = JSON.parse(annotationCollection(annotations, 'Talks')) as {
      '@context': string;
      total: number;
      first: { items: Record<string, unknown>[] };
    };
    assert.equal(collection['@context'], 'http://www.w3.org/ns/anno.jsonld');
    assert.equal(collection.total, 1);
    const [item] = collection.first.items;
    const start = [...TEXT.slice(0, TEXT.indexOf('=1+1'))].length;
    assert.deepEqual(item, {
      id: `urn:uuid:${byHand()[0]!.guid}`,
      type: 'Annotation',
      motivation: ['tagging', 'commenting'],
      creator: { type: 'Person', name: '@ann' },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'judgement' },
        { type: 'TextualBody', purpose: 'tagging', value: 'confidence: low' },
        { type: 'TextualBody', purpose: 'tagging', value: 'rating: C4' },
        { type: 'TextualBody', purpose: 'tagging', value: 'To be doubted › Hearsay' },
        { type: 'TextualBody', purpose: 'tagging', value: 'free' },
        {
          type: 'SpecificResource',
          purpose: 'classifying',
          source: 'urn:uuid:5b6537bf-c8fc-872f-a3e3-4b37329c19f3',
        },
        { type: 'TextualBody', purpose: 'tagging', value: 'Treaties' },
        {
          type: 'TextualBody',
          purpose: 'commenting',
          format: 'text/plain',
          value: '-check, "twice"\n\nand again',
        },
      ],
      target: {
        source: 'talks/okafor.txt',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: '=1+1 is what <b>they</b> say',
            prefix: TEXT.slice(TEXT.indexOf('=1+1') - 32, TEXT.indexOf('=1+1')),
            suffix: ' of *the treaty*.\n\nOkafor: The r',
          },
          { type: 'TextPositionSelector', start, end: start + 28 },
        ],
      },
    });
  });
});

describe('A Web Annotation without a note', () => {
  it('has no comment', () => {
    const said = documentWith('The river', { tags: ['x'], topics: ['water'] });
    const [row] = new RowMaker(taxonomy, codebook).rows(said, { found: false });
    const [item] = webAnnotations(said.analysis.text, [row!], 'okafor.txt') as [
      { motivation: unknown; body: { purpose: string }[] },
    ];
    assert.equal(item.motivation, 'tagging');
    assert.deepEqual(
      [...new Set(item.body.map(({ purpose }) => purpose))],
      ['tagging', 'classifying'],
    );
  });
});

describe('A report', () => {
  it('in Markdown shows the words as they are, under their topics', () => {
    assert.equal(
      markdownReport(byHand(), 'topic', taxonomy, words),
      `# Talks \\<all\\>

## Water

### Treaties

> \\=1+1 is what \\<b\\>they\\</b\\> say
>
> — Ines Okafor, talks/okafor.txt, line 3

judgement · To be doubted › Hearsay · free

\\-check, "twice"

and again
`,
    );
  });

  it('in Markdown is ordered by speaker, if that is wanted', () => {
    const headings = markdownReport(rows(), 'speaker', taxonomy, words).match(/^##.*/gm);
    assert.deepEqual(headings, ['## The Ferryman', '## Ines Okafor']);
  });

  it('puts what touches no topic at the end', () => {
    const headings = markdownReport(rows(), 'topic', taxonomy, words).match(/^##.*/gm);
    assert.deepEqual(headings, ['## Water', '### Treaties', '## Elsewhere']);
  });

  it('in HTML runs nothing and loads nothing', () => {
    const html = htmlReport(rows(), 'topic', taxonomy, words);
    assert.match(html, /<h1 dir="auto">Talks &lt;all&gt;<\/h1>/);
    assert.match(html, /=1\+1 is what &lt;b&gt;they&lt;\/b&gt; say/);
    assert.doesNotMatch(html, /<b>|<script|src=|href=|url\(/);
    assert.match(html, /default-src 'none'/);
  });

  const ENTRIES: [what: string, said: Partial<Row>, after: RegExp][] = [
    [
      'who says it and where, what is said of it, and the note in paragraphs',
      { tags: ['x'], note: 'one\r\rtwo' },
      /^— Ines Okafor, talks\/okafor\.txt, line 3\njudgement · x\none\ntwo$/,
    ],
    [
      'only what is known',
      { speaker: '', kind: undefined as never, tags: [], note: ' \n' },
      /^— talks\/okafor\.txt, line 3$/,
    ],
  ];
  for (const [what, said, after] of ENTRIES) {
    it(`in HTML and in Markdown shows ${what}`, () => {
      const row: Row = { ...byHand()[0]!, ...said };
      const html = htmlReport([row], 'topic', taxonomy, words).split('</blockquote>');
      const [quote = '', rest = ''] = html.slice(-2);
      const told = `${quote.slice(quote.indexOf('<footer'))}${rest}`
        .replace(/<[^>]*>/g, '\n')
        .trim()
        .replace(/\n+/g, '\n');
      assert.match(told, after);
      const markdown = markdownReport([row], 'topic', taxonomy, words).split('> ').at(-1) ?? '';
      assert.match(markdown.trim().replace(/\n+/g, '\n'), after);
    });
  }
});

describe('SKOS', () => {
  it('in Turtle', () => {
    const turtle = skosTurtle(taxonomy, 'Ours').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (guid) =>
      guid.slice(0, 4),
    );
    const ids = [...new Set([...turtle.matchAll(/urn:uuid:(\w{4})/g)].map(([, id]) => id!))];
    const named = ids.reduce(
      (text, id, index) =>
        text.replaceAll(`urn:uuid:${id}`, ['scheme', 'water', 'treaties'][index]!),
      turtle,
    );
    assert.equal(
      named,
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<scheme> a skos:ConceptScheme ;
  skos:prefLabel "Ours" ;
  skos:hasTopConcept <water> .

<water> a skos:Concept ;
  skos:inScheme <scheme> ;
  skos:prefLabel "Water"@en, "Wasser"@de ;
  skos:altLabel "river" ;
  skos:scopeNote "Rivers \\"and\\" dams" ;
  skos:notation "7" ;
  skos:narrower <treaties> ;
  skos:topConceptOf <scheme> .

<treaties> a skos:Concept ;
  skos:inScheme <scheme> ;
  skos:prefLabel "Treaties" ;
  skos:altLabel "treaty" ;
  skos:broader <water> ;
  skos:related <water> .
`,
    );
  });

  it('in JSON-LD', () => {
    const { '@context': context, '@graph': graph } = JSON.parse(skosJson(taxonomy, 'Ours')) as {
      '@context': unknown;
      '@graph': Record<string, unknown>[];
    };
    assert.deepEqual(context, { skos: 'http://www.w3.org/2004/02/skos/core#' });
    const [scheme, water, treaties] = graph.map((node) => ({ '@id': node['@id'] }));
    assert.deepEqual(graph, [
      {
        ...scheme,
        '@type': 'skos:ConceptScheme',
        'skos:prefLabel': 'Ours',
        'skos:hasTopConcept': [water],
      },
      {
        ...water,
        '@type': 'skos:Concept',
        'skos:inScheme': [scheme],
        'skos:prefLabel': [
          { '@value': 'Water', '@language': 'en' },
          { '@value': 'Wasser', '@language': 'de' },
        ],
        'skos:altLabel': ['river'],
        'skos:scopeNote': ['Rivers "and" dams'],
        'skos:notation': ['7'],
        'skos:narrower': [treaties],
        'skos:topConceptOf': [scheme],
      },
      {
        ...treaties,
        '@type': 'skos:Concept',
        'skos:inScheme': [scheme],
        'skos:prefLabel': ['Treaties'],
        'skos:altLabel': ['treaty'],
        'skos:broader': [water],
        'skos:related': [water],
      },
    ]);
  });

  it('leaves out what is related to a topic that is not there', () => {
    const { taxonomy } = parseTaxonomy('topics: [{ label: Salt, related: [water] }]');
    assert(taxonomy);
    assert.doesNotMatch(skosTurtle(taxonomy, 'Ours'), /skos:related/);
  });
});
