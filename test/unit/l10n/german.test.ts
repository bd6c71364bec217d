import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** Markdown that VS Code shows in the user's language, if it is there. */
const PAGES = 'media/walkthrough';

const root = path.resolve(__dirname, '../../..');

function strings(file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
}

for (const [of, englishFile, germanFile] of [
  ['package.json', 'package.nls.json', 'package.nls.de.json'],
  ['the code', 'l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
] as const) {
  describe(`The German of ${of}`, () => {
    const english = strings(englishFile);
    const german = strings(germanFile);
    const keys = Object.keys(english);

    it('translates everything', () => {
      assert.deepEqual(
        keys.filter((key) => !german[key]?.trim()),
        [],
      );
    });

    it('translates nothing that is not there any more', () => {
      assert.deepEqual(
        Object.keys(german).filter((key) => english[key] === undefined),
        [],
      );
    });

    // A hole, a link or a blank that is left out breaks a sentence, or what is put together from it.
    for (const [what, parts] of [
      ['has the same holes', /\{\d\}/g],
      ['links to the same commands', /\(command:[^)]*\)/g],
      ['has the same lines, dots to go on and blanks at its ends', /\n|…$|^ | $/g],
      ['names the same keys and settings', /`[^`]*`/g],
    ] as const) {
      it(what, () => {
        const partsOf = (text = '') => (text.match(parts) ?? []).sort();
        for (const key of keys.filter((one) => german[one] !== undefined)) {
          assert.deepEqual(partsOf(german[key]), partsOf(english[key]), key);
        }
      });
    }

    it('quotes as in German', () => {
      const count = (text: string, mark: string) => text.split(mark).length - 1;
      for (const text of Object.values(german)) {
        assert.equal(count(text, '„'), count(text, '“'), text);
        assert.equal(count(text, '”'), 0, text);
      }
    });
  });
}

describe('The German of the walkthrough', () => {
  const all = readdirSync(path.join(root, PAGES));

  it('has all of its pages', () => {
    const english = all.filter((name) => !name.includes('.nls.'));
    const german = all.filter((name) => name.includes('.nls.de.'));
    assert.deepEqual(
      german.map((name) => name.replace('.nls.de', '')),
      english,
    );
  });
});
