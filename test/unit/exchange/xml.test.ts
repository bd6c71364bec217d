import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { Losses } from '../../../src/core/exchange/losses';
import { codebookXml, readingCodebook } from '../../../src/core/exchange/refi/codebook';
import { Guids } from '../../../src/core/exchange/refi/guids';
import type { Code } from '../../../src/core/exchange/refi/model';
import { decoded } from '../../../src/core/exchange/refi/texts';
import { Refusal } from '../../../src/core/exchange/refusal';
import {
  childOf,
  childrenOf,
  escapeXml,
  readingXml,
  textElement,
  xmlElement,
  xmlText,
  type XmlElement,
} from '../../../src/core/exchange/xml';
import { packing, ZipReader } from '../../../src/core/exchange/zip';
import { inEnglish } from '../support/inEnglish';
import { all, lossTexts } from './support';

/** An element as `name key=value: text (elements)`. */
function told({ name, attributes, text, children }: XmlElement): string {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`);
  const inner = children.length > 0 ? ` (${children.map(told).join(', ')})` : '';
  return `${name}${own.join('')}${text.trim() === '' ? '' : `: ${text.trim()}`}${inner}`;
}

describe('XML', () => {
  const READ: [what: string, xml: string, read: string][] = [
    ['elements with attributes and text', '<a b="1" c="2">x<d/>y</a>', 'a b=1 c=2: xy (d)'],
    ['without namespaces', '<q:a xmlns:q="u" q:b="1"/>', 'a q=u b=1'],
    ['sections of characters', '<a><![CDATA[<b>]]>&amp;&#65;</a>', 'a: <b>&A'],
    [
      'comments and instructions, of which nothing is left',
      '<?xml version="1.0"?><a><!-- x --></a>',
      'a',
    ],
    ['keys that objects have', '<a constructor="1" __proto__="2"/>', 'a constructor=1 __proto__=2'],
  ];
  for (const [what, xml, read] of READ) {
    it(`is read: ${what}`, () => {
      assert.equal(told(all(readingXml(xml))), read);
    });
  }

  it('is read in parts, wherever those are cut', () => {
    const long = `<a>${'x'.repeat(300_000)}<b c="${'y'.repeat(300_000)}"/></a>`;
    const { text, children } = all(readingXml(long));
    assert.equal(text.length, 300_000);
    assert.equal(children[0]?.attributes['c']?.length, 300_000);
  });

  const REFUSED: [what: string, xml: string, reason: RegExp][] = [
    ['nothing', '', /no XML in it/],
    ['a comment alone', '<!-- x -->', /no XML in it/],
    ['what is no XML', 'PK\u0003\u0004', /no XML in it/],
    ['an element that isn’t closed', '<a>\n<b></a>', /line 2, column 7 an element is closed that/],
    ['an end that nothing began', '</a>', /line 1, column 4 an element is closed that is not open/],
    ['a file that was cut off between elements', '<a>\n<b/>', /ends in the middle, in line 2/],
    ['a file that was cut off within an element', '<a b="', /ends in the middle, in line 1/],
    ['a character that isn’t shown', '<a>\n\u0007</a>', /line 2, column 1 there is a character/],
    ['the same by its number', '<a>&#7;</a>', /line 1, column 7 there is a character/],
    ['an entity of HTML’s', '<a>&nbsp;</a>', /line 1, column 9 there is an “&”/],
    ['an & that stands for itself', '<a>R & D</a><!-- ; -->', /there is an “&”/],
    ['an attribute without quotes', '<a b=c/>', /broken in line 1, column 6\./],
    ['a text behind all', '<a/>x', /broken in line 1, column 5\./],
    ['200 levels and one', '<a>'.repeat(201), /nested too deeply: over 200/],
  ];
  for (const [what, xml, reason] of REFUSED) {
    it(`is refused: ${what}`, () => {
      assert.throws(
        () => all(readingXml(xml)),
        (error) => error instanceof Refusal && reason.test(inEnglish(error.reason)),
      );
    });
  }

  it('is read as deep as 200 levels', () => {
    assert.equal(all(readingXml(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`)).name, 'a');
  });

  it('has children of a name, the first of them, or none', () => {
    const root = all(readingXml('<a><b i="1"/><c/><b i="2"/></a>'));
    assert.deepEqual(
      childrenOf(root, 'b').map(({ attributes }) => attributes['i']),
      ['1', '2'],
    );
    assert.equal(childOf(root, 'b')?.attributes['i'], '1');
    assert.equal(childOf(root, 'x'), undefined);
    assert.deepEqual(childrenOf(undefined, 'b'), []);
    assert.equal(childOf(undefined, 'b'), undefined);
  });

  it('is written with what it can’t hold escaped, or replaced', () => {
    assert.equal(escapeXml('a < b & c > "d"\r\n\te'), 'a &lt; b &amp; c &gt; "d"&#13;\n\te');
    assert.equal(xmlText('a\u0000b\ud83dc\uffffd\t🌊'), 'a\ufffdb\ufffdc\ufffdd\t🌊');
    const attributes = { b: '"\t\n<', c: 1, d: false, e: undefined };
    assert.equal(xmlElement('a', attributes), '<a b="&quot;&#9;&#10;&lt;" c="1" d="false"/>');
    assert.equal(xmlElement('a', {}, '<b/>'), '<a><b/></a>');
    assert.equal(textElement('a', '<'), '<a>&lt;</a>');
    assert.deepEqual([textElement('a', ''), textElement('a', undefined)], ['', '']);
  });
});

describe('The bytes of a text', () => {
  const cases: [what: string, bytes: Uint8Array, text: string][] = [
    ['UTF-8', strToU8('é'), 'é'],
    ['UTF-8 with its mark', strToU8('\ufeffé'), 'é'],
    ['UTF-16, the small end first', new Uint8Array([0xff, 0xfe, 0xe9, 0x00]), 'é'],
    ['UTF-16, the big end first', new Uint8Array([0xfe, 0xff, 0x00, 0xe9]), 'é'],
    [
      'what its XML says',
      new Uint8Array([...strToU8(' <?xml version="1.0" encoding="ISO-8859-1"?>'), 0xe9]),
      ' <?xml version="1.0" encoding="ISO-8859-1"?>é',
    ],
    [
      'UTF-8 where its XML says what nobody knows',
      strToU8("<?xml version='1.0' encoding='klingon'?>é"),
      "<?xml version='1.0' encoding='klingon'?>é",
    ],
    [
      'UTF-8 where only its words tell of another',
      strToU8('x encoding="ISO-8859-1" é'),
      'x encoding="ISO-8859-1" é',
    ],
    ['nothing', new Uint8Array(), ''],
  ];
  for (const [what, bytes, text] of cases) {
    it(`are understood: ${what}`, () => {
      assert.equal(decoded(bytes), text);
    });
  }
});

describe('What things go by', () => {
  const A = '0f0e0d0c-0b0a-4908-8706-050403020100';

  it('is their own GUID, once, whatever it looks like', () => {
    const losses = new Losses();
    const guids = new Guids('code', losses);
    assert.equal(guids.own(`{${A.toUpperCase()}}`, 0), A);
    assert.notEqual(guids.own(A, 1), A);
    assert.deepEqual(lossTexts(losses), [
      '1× GUIDs that two things shared: the second got another.',
    ]);
    assert.equal(guids.find(A), A);
    assert.equal(guids.find(`{${A}}`), A);
  });

  it('is made of what stands there, or of the place where nothing does', () => {
    const guids = new Guids('code', new Losses());
    const joy = guids.own('joy', 0);
    assert.match(joy, /^[0-9a-f-]{36}$/);
    assert.equal(guids.find('joy'), joy);
    assert.notEqual(guids.own('', 1), guids.own('', 2));
    assert.notEqual(new Guids('user', new Losses()).own('joy', 0), joy);
    assert.deepEqual([guids.find('gone'), guids.find(undefined)], [undefined, undefined]);
  });
});

describe('A codebook file', () => {
  const guid = (digit: string) => [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-');
  const CODES: Code[] = [
    {
      guid: guid('a'),
      name: 'Water & salt',
      description: 'All\nof it',
      color: '#00f',
      isCodable: false,
      children: [{ guid: guid('b'), name: 'Ice', isCodable: true, children: [] }],
    },
  ];

  it('is what was written', () => {
    const losses = new Losses();
    assert.deepEqual(all(readingCodebook(codebookXml(CODES, 'Us'), losses)), CODES);
    assert.deepEqual(lossTexts(losses), []);
  });

  it('is read from others, with what is lost', () => {
    const losses = new Losses();
    const codes = `<Code guid="${guid('a')}" name=" Ice " isCodable="0" color="blue"/><Code name=" "><Description> x </Description></Code><Code color=""/>`;
    const xml = `<Project><CodeBook><Codes>${codes}</Codes></CodeBook><Sets><Set/><Set/></Sets></Project>`;
    const [ice, blank, none] = all(readingCodebook(xml, losses));
    assert.deepEqual(ice, { guid: guid('a'), name: 'Ice', isCodable: false, children: [] });
    assert.deepEqual([blank?.name, blank?.description, blank?.isCodable], ['?', 'x', true]);
    assert.equal(none?.name, '?');
    assert.deepEqual(lossTexts(losses), [
      '2× Sets of codes: there are none here.',
      '1× Colours of codes that are not written as #RRGGBB.',
    ]);
  });
});

/** Digits that hardly repeat: what shrinks too well is taken for a bomb. */
function digits(count: number): Uint8Array {
  return Uint8Array.from(
    { length: count },
    (_, at) => 48 + ((Math.imul(at, 0x9e3779b1) >>> 9) % 10),
  );
}

describe('An archive', () => {
  const files = {
    'a.txt': strToU8('a'),
    'b/c.txt': digits(3_000_000),
    empty: new Uint8Array(),
  };

  it('is what was packed, whoever packed it, the same each time', () => {
    const packed = all(packing(files));
    assert.deepEqual(all(packing(files)), packed);
    for (const bytes of [packed, zipSync(files), zipSync(files, { level: 0 })]) {
      const zip = new ZipReader(bytes);
      assert.deepEqual(zip.names, Object.keys(files));
      for (const [name, content] of Object.entries(files)) {
        assert.deepEqual(all(zip.reading(name)), content);
      }
      assert.equal(all(zip.reading('gone')), undefined);
    }
  });

  it('has files and no folders, under paths with slashes', () => {
    const zip = new ZipReader(zipSync({ 'b/': new Uint8Array(), 'b\\c.txt': strToU8('c') }));
    assert.deepEqual(zip.names, ['b/c.txt']);
  });

  it('may have a comment at its end', () => {
    const bytes = zipSync({ 'a.txt': strToU8('a') }, { comment: 'x' });
    const commented = new Uint8Array([...bytes, ...strToU8('of somebody')]);
    assert.deepEqual(new ZipReader(commented).names, ['a.txt']);
  });

  it('is refused where it lies about a file', () => {
    const bytes = zipSync({ 'a.txt': strToU8('abc') }, { level: 0 });
    const view = () => {
      const copy = bytes.slice();
      return { copy, data: new DataView(copy.buffer) };
    };
    const directory = bytes.length - 22 - 46 - 5;
    const lies: [what: string, at: number, value: number][] = [
      ['it is encrypted', directory + 8, 1],
      ['it is packed in another way', directory + 10, 12],
      ['it is longer', directory + 24, 4],
      ['it stands elsewhere', directory + 42, 1],
    ];
    for (const [what, at, value] of lies) {
      const { copy, data } = view();
      data.setUint16(at, value, true);
      assert.throws(() => all(new ZipReader(copy).reading('a.txt')), Refusal, what);
    }
    assert.deepEqual(all(new ZipReader(bytes).reading('a.txt')), strToU8('abc'));
  });
});
