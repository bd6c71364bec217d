import * as assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Cleanup } from '../../scripts/host/cleanup';
import { root } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { pseudoExtension, unbracketed } from './support/pseudo';
import { openWorkbench, type Workbench } from './support/workbench';

const SAMPLE = path.join(root, 'media/sample');
const FILE = 'harbour-interview.txt';

/** Commands that ask something. */
const ASKING = [
  'Explain Recognition…',
  'Tag Claim…',
  'Claims of This Paragraph…',
  'Go to Speaker…',
  'Set a Speaker’s Role…',
  'Set Who Asks…',
  'Not a Speaker…',
  'Merge Speakers…',
  'Set Coder…',
  'New Topic…',
  'Filter Topics…',
  'Filter Claims…',
  'Search Interviews…',
  'Export…',
];

/** What VS Code says beside it. */
const VS_CODE =
  /\(?Press 'Enter' to confirm.* to cancel\)?|^Editor Language Status|(?<=⟧ - .*) Section$|^Focus on (?=⟦)|(?<=⟧) View$|, has actions$|^Collapse All$|^More Actions\.\.\.$/g;

/** What is typed into a search. */
const KEYS = 'speaker role entity kind tag title topic';

describe('In a language of which nobody knows a word', () => {
  const cleanup = new Cleanup();
  let workbench: Workbench;
  let own = `Interview Lens ${KEYS}`;
  let name: { line: number; column: number };

  before(async () => {
    for (const name of await readdir(SAMPLE))
      own += ` ${name} ${await readFile(path.join(SAMPLE, name), 'utf8')}`;
    own += await readFile(path.join(root, 'media/starter-taxonomy.yaml'), 'utf8');
    const lines = (await readFile(path.join(SAMPLE, FILE), 'utf8')).split('\n');
    const line = lines.findIndex((text) => /^Lindqvist: .*\bPeskov/.test(text));
    name = { line: line + 1, column: lines[line]!.indexOf('Peskov') + 2 };
    workbench = await openWorkbench({
      folder: SAMPLE,
      file: FILE,
      extension: await pseudoExtension(cleanup),
    });
    await workbench.lensesShown();
  });

  after(async () => {
    await workbench?.close();
    await cleanup.run();
  });

  afterEach(() => workbench.page.keyboard.press('Escape'));

  /** Nothing of it is shown in English, and something is shown. */
  function assertTranslated(shown: readonly string[]): void {
    assert.ok(
      shown.some((text) => text.includes('⟦')),
      `nothing to translate in: ${shown.join(' | ')}`,
    );
    const ours = shown.map((text) => text.replace(VS_CODE, ''));
    assert.deepEqual(unbracketed(ours, own), []);
  }

  /** The texts of what a selector finds, once one of them is translated. */
  const texts = (selector: string, attribute?: string) =>
    eventually(`something in ${selector}`, async () => {
      const all = await workbench.page
        .locator(selector)
        .evaluateAll(
          (elements, name) =>
            elements.map((one) =>
              name === undefined ? (one as HTMLElement).innerText : (one.getAttribute(name) ?? ''),
            ),
          attribute,
        );
      return all.some((text) => text.includes('⟦')) && all;
    });

  const run = (title: string) => workbench.runCommand(title);

  it('lenses', async () => {
    assertTranslated(await texts('.codelens-decoration a'));
  });

  for (const word of ['Peskov', 'The Pilot House'])
    it(`what is said of “${word}”`, async () => {
      assertTranslated((await workbench.hoverWord(word)).split('\n'));
    });

  it('the status bar', async () => {
    assertTranslated(await texts('.statusbar-item[aria-label*="⟦"]', 'aria-label'));
  });

  it('the views, as they are seen and heard', async () => {
    for (const view of ['⟦Topics⟧', '⟦Entities⟧', '⟦Claims⟧']) {
      await run(`Focus on ${view} View`);
      await workbench.treeRow(view, '').click();
    }
    assertTranslated(await texts('.sidebar .pane-header'));
    assertTranslated(await texts('.sidebar .pane-header .action-label', 'aria-label'));
    assertTranslated(await texts('.sidebar .monaco-list-row'));
    assertTranslated(await texts('.sidebar .monaco-list-row', 'aria-label'));
  });

  for (const title of ASKING) {
    it(`what “${title}” asks`, async () => {
      await workbench.page.keyboard.press('Control+1');
      await workbench.page.keyboard.press('Control+g');
      await workbench.answer(`:${name.line}:${name.column}`);
      await run(title);
      await isAsked();
      const said =
        '.quick-input-title, .quick-input-message, .label-name, .label-description, .separator';
      assertTranslated(await texts(`.quick-input-widget :is(${said})`));
    });
  }

  /** Until the palette has gone, and something else is asked. */
  const isAsked = () =>
    eventually('a question', async () => {
      const box = workbench.page.locator('.quick-input-widget:visible');
      const placeholder = await box
        .locator('input[type="text"]')
        .first()
        .getAttribute('placeholder');
      if (placeholder?.startsWith('Type the name of a command')) return false;
      return `${placeholder} ${await box.innerText()}`.includes('⟦');
    });

  it('the values that a search offers', async () => {
    await run('Search Interviews…');
    await isAsked();
    await workbench.typeInto('kind:⟦pred');
    await eventually('a kind', async () =>
      (await workbench.quickPickRows()).some((row) => /⟦prediction⟧\s*kind:prediction/.test(row)),
    );
    await workbench.page.keyboard.press('Escape');
  });

  it('the names of commands', async () => {
    await workbench.page.keyboard.press('F1');
    await workbench.typeInto('>⟦');
    const names = await texts('.quick-input-widget .monaco-list-row .label-name');
    assertTranslated(names.map((name) => name.replace('Interview Lens: ', '')));
  });
});
