import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { Losses } from '../../../src/core/exchange/losses';
import { readingCodebook } from '../../../src/core/exchange/refi/codebook';
import { readingProject } from '../../../src/core/exchange/refi/readProject';
import { Refusal } from '../../../src/core/exchange/refusal';
import { ZipReader } from '../../../src/core/exchange/zip';
import { inEnglish } from '../support/inEnglish';
import { all } from './support';

const PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0" name="p">';

function project(xml: string, files: Record<string, Uint8Array> = {}): Uint8Array {
  // XML that shrinks too well is refused before anybody looks into it.
  return zipSync({ 'project.qde': [strToU8(xml), { level: 0 }], ...files });
}

/** The archive with the 32-bit number at each place where `from` stands replaced. */
function forged(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) === from) view.setUint32(at, to, true);
  }
  return copy;
}

const zeros = new Uint8Array(20_000_000);
const source = '<TextSource guid="s" name="a" plainTextPath="internal://a.txt"/>';
const withSource = `${PROJECT}<Sources>${source}</Sources></Project>`;
const nested = zipSync({ 'a.zip': zipSync({ 'project.qde': zeros }) });
const overlapping = zipSync({ a: new Uint8Array(50), b: new Uint8Array(50) }, { level: 0 });
const manyFiles = Object.fromEntries(
  Array.from({ length: 20_001 }, (_, index) => [`${index}`, new Uint8Array()]),
);

const refused: [string, () => Uint8Array, RegExp][] = [
  ['no archive', () => strToU8('PK'), /not a ZIP archive/],
  ['half an archive', () => project(PROJECT).subarray(0, 60), /not a ZIP archive/],
  ['an archive of something else', () => zipSync({ 'a.txt': strToU8('x') }), /no project\.qde/],
  ['an archive in an archive', () => nested, /no project\.qde/],
  [
    'a file that is written above its folder',
    () => zipSync({ '../../evil.txt': strToU8('x') }),
    /leads out of the folder/,
  ],
  [
    'a file that is written at the root',
    () => zipSync({ '/etc/evil': strToU8('x') }),
    /leads out of the folder/,
  ],
  [
    'a file that is written on a drive',
    () => zipSync({ 'C:\\evil': strToU8('x') }),
    /leads out of the folder/,
  ],
  [
    'backslashes that lead up',
    () => zipSync({ 'a\\..\\..\\evil': strToU8('x') }),
    /leads out of the folder/,
  ],
  ['too many files', () => zipSync(manyFiles, { level: 0 }), /too many files/],
  [
    'a text that unpacks to a thousandfold',
    () => project(withSource, { 'sources/a.txt': zeros }),
    /unpacks to more/,
  ],
  [
    'a text that is larger than it says',
    () => forged(project(withSource, { 'sources/a.txt': zeros }), zeros.length, 100),
    /unpacks to more/,
  ],
  [
    'a text that is smaller than it says',
    () => forged(project(withSource, { 'sources/a.txt': strToU8('x'.repeat(900)) }), 900, 901),
    /broken at “sources\/a\.txt”/,
  ],
  ['files that overlap', () => forged(overlapping, 50, 200), /unpacks to more/],
  ['no XML', () => project('no project'), /no XML in it/],
  ['half of its XML', () => project(PROJECT), /ends in the middle/],
  ['another XML', () => project('<html/>'), /it holds “html”/],
  ['a document type', () => project(`<!DOCTYPE Project>${PROJECT}</Project>`), /document type/],
  [
    'entities that unfold to gigabytes',
    () =>
      project(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${PROJECT}&b;</Project>`,
      ),
    /document type/,
  ],
  [
    'entities that read other files',
    () => project(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${PROJECT}&a;</Project>`),
    /document type/,
  ],
  ['entities that nobody defined', () => project(`${PROJECT}&a;</Project>`), /XML in it is broken/],
  [
    'elements nested a million times',
    () => project(`${PROJECT}${'<Code>'.repeat(1_000_000)}`),
    /nested too deeply/,
  ],
  [
    'millions of elements',
    () => project(`${PROJECT}${'<a/>'.repeat(2_000_001)}</Project>`),
    /too large/,
  ],
];

describe('An archive that was made to do harm, or by mistake', () => {
  for (const [name, make, reason] of refused) {
    it(`is refused: ${name}`, () => {
      assert.throws(
        () => all(readingProject(make(), new Losses())),
        (error) => error instanceof Refusal && reason.test(inEnglish(error.reason)),
      );
    }).timeout(60_000);
  }

  it('is not unpacked where it isn’t asked for', () => {
    const zip = new ZipReader(zipSync({ 'bomb.txt': zeros, 'small.txt': strToU8('small') }));
    assert.deepEqual(zip.names, ['bomb.txt', 'small.txt']);
    assert.deepEqual(all(zip.reading('small.txt')), strToU8('small'));
  });

  it('is refused as a codebook, too', () => {
    assert.throws(() => all(readingCodebook('<!DOCTYPE a><CodeBook/>', new Losses())), Refusal);
    assert.throws(() => all(readingCodebook('<CodeBook/>', new Losses())), Refusal);
  });
});
