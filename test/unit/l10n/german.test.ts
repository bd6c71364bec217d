import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

const root = path.resolve(__dirname, '../../..');

function strings(file: string): Record<string, string> {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
}

describe('The German of package.json', () => {
  const english = strings('package.nls.json');
  const german = strings('package.nls.de.json');

  it('translates nothing that is not there any more', () => {
    assert.deepEqual(
      Object.keys(german).filter((key) => english[key] === undefined),
      [],
    );
  });

  it('links to the same commands', () => {
    const links = (text = '') => text.match(/\(command:[^)]*\)/g) ?? [];
    for (const [key, text] of Object.entries(german)) {
      assert.deepEqual(links(text), links(english[key]), key);
    }
  });
});
