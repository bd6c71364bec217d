import * as assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { openWorkbench, type Workbench } from './support/workbench';

/** What cards say of people, which would be more than text if it were taken for Markdown. */
const DESCRIPTIONS: Record<string, string> = {
  'Anna Berg': '1. first of all, [a link](https://example.org/a) and <https://example.org/b>',
  'Boris Lund': '# Head, [a command](command:workbench.action.quit), https://example.org/c',
  'Clara Moen': '> quoted, <img src=x> <b>bold</b> &amp; &lt;i&gt; www.example.org',
  'David Roos': '- `code`, **strong**, _weak_, ~~gone~~, ann@example.org',
  'Edith Holm': '$(error) costs $(5) and $5 \\$(warning) ends with \\',
  'Frank Tyne': '=== | a | b | --- [x]: y ![p](q)',
};

const NAMES = Object.keys(DESCRIPTIONS);

const INTERVIEW = [
  `Harbour Post: Who was there?`,
  '',
  `Rask: I saw ${NAMES.join(', ')} in the morning. Most of them stayed until the ferry left.`,
  '',
  'Harbour Post: Who else?',
  '',
  'Rask: Nobody whom I knew by name. The harbour will probably be closed in 2031.',
  '',
].join('\n');

describe('Text that is not ours', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'il-hostile-'));
    await writeFile(path.join(folder, 'post.txt'), INTERVIEW);
    const entities = NAMES.map((name) => ({ name, description: DESCRIPTIONS[name] }));
    await writeFile(path.join(folder, 'entities.yaml'), JSON.stringify({ entities }));
    workbench = await openWorkbench({ folder, file: 'post.txt' });
    await workbench.lensesShown();
  });

  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true });
  });

  for (const name of NAMES) {
    it(`is shown in a card to the letter: ${DESCRIPTIONS[name] ?? ''}`, async () => {
      const card = await workbench.hoverWord(name);
      assert.equal(card.split('\n')[1], DESCRIPTIONS[name]);
      const made = await workbench
        .hover()
        .locator('.rendered-markdown')
        .evaluateAll((parts) =>
          parts.flatMap((part) =>
            Array.from(
              part.querySelectorAll('*'),
              (one) => `${one.tagName} ${one.getAttribute('data-href') ?? one.className}`,
            ),
          ),
        );
      const foreign =
        /^(?:IMG|B|I|EM|DEL|CODE|H\d|OL|UL|LI|BLOCKQUOTE|TABLE|HR) |^A (?!command:interviewLens\.)|codicon-(?:error|warning)/;
      assert.deepEqual(
        made.filter((one) => foreign.test(one)),
        [],
      );
      assert.ok(made.some((one) => one.startsWith('A command:interviewLens.')));
    });
  }
});
