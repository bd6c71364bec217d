import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const NAME = 'claims.txt';

const CODEBOOK = `codes:
  - name: Economy
    color: "#1f77b4"
    children:
      - name: Harbour works
        description: What is built, and who pays.
        shortcut: 1
      - Fares
  - name: Trust
    color: "#2ca02c"
    shortcut: 2
`;

const said: [quote: string, more: string[]][] = [
  [
    'I think it is unlikely that the breakwater will be rebuilt before the next winter.',
    ['status: disputed', 'rating: C3', 'tags: [Harbour works]', 'note: Ask the insurers.'],
  ],
  [
    'The insurers have refused to pay, because the inspection reports were three years old.',
    ['status: verified', 'rating: A1', 'tags: [Trust]', 'coder: Ruth'],
  ],
  [
    'The town has less than a tenth of what the wall would cost.',
    ['status: refuted', 'tags: [budget]'],
  ],
  ['The ferry company will probably stay until its licence ends in 2034.', ['status: open']],
  ['We will keep the pier open, whatever happens.', ['tags: [promises]']],
  ['Words that are not there any more and were tagged once.', ['tags: [Trust]']],
];

const YAML = `version: 1\nannotations:\n${said
  .map(([quote, more], index) => [`  - id: id${index}`, `quote: ${quote}`, ...more].join('\n    '))
  .join('\n')}\n`;

describe('Tagging by keys and in the view', () => {
  for (const [look, theme] of [
    ['light', 'Default Light Modern'],
    ['contrast', 'Default High Contrast'],
  ] as const) {
    describe(`in a theme: ${look}`, () => {
      let workbench: Workbench;
      let file: string;

      before(async () => {
        workbench = await openWorkbench({
          folder: workspaceFixture,
          file: NAME,
          settings: {
            'workbench.colorTheme': theme,
            'window.autoDetectHighContrast': false,
            'interviewLens.notes.showAsComments': true,
            'comments.openView': 'never',
          },
        });
        file = path.join(workbench.folder, `${NAME}.annotations.yaml`);
        await workbench.lensesShown();
        await writeFile(path.join(workbench.folder, 'codebook.yaml'), CODEBOOK);
        await writeFile(file, YAML);
        await eventually('tags', async () => (await workbench.lenses()).join().includes('C3'));
      });

      after(() => workbench?.close());

      it('shows status and rating in lens and margin, and in words when hovering', async () => {
        const lenses = (await workbench.lenses()).join('\n');
        assert.match(
          lenses,
          /disputed · C3 · prediction · unlikely · Tolland · Harbour works, note — edit…/,
        );
        const hover = await workbench.hoverWord('breakwater will');
        assert.match(hover, /20–45 %/);
        assert.match(hover, /fairly reliable; possibly true/);
        await workbench.screenshot(`tagging-hover-${look}`);
        await workbench.page.mouse.move(0, 0);
        await workbench.screenshot(`tagging-text-${look}`);
      });

      it('groups the view by code and by status; several rows are marked at once', async () => {
        await workbench.runCommand('View: Show Interview Lens');
        for (const view of ['Topics', 'Entities']) await fold(workbench, view);
        await workbench.runCommand('Focus on Claims View');
        await workbench.runCommand('Group Claims by Tag');
        const rows = await eventually('the codes', async () => {
          const found = await workbench.treeRows('Claims');
          return found.some((row) => row.startsWith('Economy')) ? found : undefined;
        });
        assert.equal(rows[0], 'Not in the text any more 1');
        const at = rows.findIndex((row) => row.startsWith('Economy'));
        assert.deepEqual(
          rows.slice(at, at + 2).map((row) => row.trim()),
          ['Economy 1', 'Harbour works 1'],
        );
        await workbench.screenshot(`tagging-view-${look}`);
        await workbench.treeRow('Claims', 'I think it is unlikely').click();
        await workbench
          .treeRow('Claims', 'The insurers have refused')
          .click({ modifiers: ['Control'] });
        await workbench.page.keyboard.press('Control+k');
        await workbench.page.keyboard.press('t');
        await titled(workbench, '2 claims');
        await workbench.screenshot(`tagging-several-${look}`);
        await pickByKeys(workbench, 'b4');
        await pickByKeys(workbench, '1');
        await workbench.screenshot(`tagging-picker-${look}`);
        await workbench.page.keyboard.press('Enter');
        await eventually('both', async () => {
          const yaml = await readFile(file, 'utf8');
          return (
            yaml.match(/rating: B4/g)?.length === 2 && yaml.match(/Harbour works/g)?.length === 2
          );
        });
        await workbench.runCommand('Interview Lens: Undo Last Tagging');
        await eventually('as before', async () => !(await readFile(file, 'utf8')).includes('B4'));
      });

      it('filters the view while typing', async () => {
        await workbench.runCommand('Interview Lens: Filter Claims…');
        await titled(workbench, 'Filter Claims');
        await workbench.typeInto('verified a1');
        await eventually('one claim', async () => {
          const rows = await workbench.treeRows('Claims');
          return rows.filter((row) => row.includes('A1')).length === 1 && rows.length <= 4;
        });
        await workbench.page.keyboard.press('Enter');
        await workbench.screenshot(`tagging-filter-${look}`);
        await workbench.runCommand('Interview Lens: Clear Filter of Claims');
      });

      it('shows a note in the margin', async () => {
        const glyph = workbench.page.locator('.comment-range-glyph.comment-thread').first();
        await glyph.click();
        const note = workbench.page.locator('.review-widget .comment-body', {
          hasText: 'Ask the insurers.',
        });
        await note.waitFor();
        await workbench.screenshot(`tagging-note-${look}`);
      });
    });
  }
});

/** Folds a view in the side bar, if it is open. */
async function fold({ page }: Workbench, view: string): Promise<void> {
  const header = page.locator('.pane-header[aria-expanded="true"]', {
    has: page.locator('.title', { hasText: view }),
  });
  if ((await header.count()) > 0) await header.first().click();
}

async function titled({ page }: Workbench, words: string): Promise<void> {
  await page
    .locator('.quick-input-widget:visible .quick-input-title', { hasText: words })
    .waitFor();
}

/** Types into the picker and presses Enter, which picks and empties the box. */
async function pickByKeys({ page }: Workbench, typed: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await eventually('an empty box', async () => (await input.inputValue()) === '');
}
