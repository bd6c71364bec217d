import assert from 'node:assert/strict';
import { inert } from '../../../src/workspace/inert';

/** What VS Code's language status (`parseLinkedText`) and its labels give a meaning. */
const MEANINGFUL = [/\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i, /\$\([A-Za-z0-9-]+/];

describe('Words of a document in a label', () => {
  const cases = [
    [
      '“[Press here](command:workbench.action.quit)” asks',
      '“[Press here] (command:workbench.action.quit)” asks',
    ],
    ['$(error) Holt', '$ (error) Holt'],
    ['Holt (Review) [2031]', 'Holt (Review) [2031]'],
    ['[[a](command:x)](command:y)', '[[a] (command:x)] (command:y)'],
  ] as const;
  for (const [words, shown] of cases) {
    it(`${words} is shown as ${shown}`, () => {
      assert.equal(inert(words), shown);
      for (const pattern of MEANINGFUL) assert.doesNotMatch(inert(words), pattern);
    });
  }
});
