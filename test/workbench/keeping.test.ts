import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const NAME = 'claims.txt';
const QUOTE = 'The town has less than a tenth of what the wall would cost.';
const OTHER = 'The ferry company will probably stay until its licence ends in 2034.';
/** What stood there when it was tagged; the text says something else by now. */
const OLD = 'The ferry company will probably stay until its licence ends in 2031.';

const EMPTY = 'version: 1\n';
const BROKEN = 'version: 1\nannotations: [\n';

function annotationOf(quote: string, more: string): string {
  return `${EMPTY}annotations:\n  - id: abc123\n    quote: ${quote}\n    ${more}\n`;
}

describe('What people say of an interview is kept', () => {
  let workbench: Workbench;
  let file: string;

  before(async () => {
    workbench = await openWorkbench({
      folder: workspaceFixture,
      file: NAME,
      settings: { 'interviewLens.notes.showAsComments': true, 'comments.openView': 'never' },
    });
    file = path.join(workbench.folder, `${NAME}.annotations.yaml`);
    await writeFile(file, EMPTY);
    await workbench.lensesShown();
  });

  after(() => workbench?.close());

  const yaml = () => readFile(file, 'utf8');

  const written = (pattern: RegExp) =>
    eventually(`a file with ${pattern}`, async () => pattern.test(await yaml()));

  const lens = (pattern: RegExp) =>
    eventually(`a lens with ${pattern}`, async () =>
      (await workbench.lenses()).some((one) => pattern.test(one)),
    );

  /** The file as it is from now on, once the lenses show it. */
  async function given(text: string, pattern: RegExp): Promise<void> {
    await writeFile(file, text);
    await lens(pattern);
  }

  async function cursorIn(line: number): Promise<void> {
    await workbench.page.keyboard.press('Control+g');
    await workbench.answer(`:${line}:30`);
    await eventually('the line', async () => (await workbench.cursorPosition()).line === line);
  }

  it('is said again of another claim by one key, and taken back in one step', async () => {
    await given(EMPTY, /^fact · Tolland — tag/);
    await cursorIn(9);
    await workbench.runCommand('Interview Lens: Mark Claim as Verified');
    await written(/status: verified/);
    await cursorIn(13);
    await workbench.page.keyboard.press('Alt+.');
    await eventually('both', async () => (await yaml()).match(/status: verified/g)?.length === 2);
    await workbench.runCommand('Interview Lens: Undo Last Tagging');
    await eventually('the first', async () => (await yaml()).match(/status:/g)?.length === 1);
    assert.match(await yaml(), new RegExp(`quote: ${QUOTE}`));
    await workbench.runCommand('Interview Lens: Undo Last Tagging');
    await eventually('none', async () => !(await yaml()).includes('quote'));
  });

  it('changes a note in the margin, and takes it away', async () => {
    await given(annotationOf(QUOTE, 'tags: [money]\n    note: Ask the treasurer'), /money, note/);
    const widget = workbench.page.locator('.review-widget');
    await workbench.page.locator('.comment-range-glyph.comment-thread').first().click();
    await widget.locator('.comment-body', { hasText: 'Ask the treasurer' }).waitFor();
    await action(widget, 'Edit Note').click();
    await widget.locator('.monaco-editor').first().waitFor();
    await workbench.page.keyboard.press('Control+a');
    await workbench.page.keyboard.type('Ask *her* again');
    await workbench.screenshot('note-edited');
    await widget.locator('.monaco-button', { hasText: 'Save' }).click();
    await written(/note: Ask \*her\* again\n|note: "Ask \*her\* again"\n/);
    const shown = widget.locator('.comment-body', { hasText: 'Ask *her* again' });
    await shown.waitFor();
    await action(widget, 'Delete Note').click();
    // While VS Code writes a file, it is empty for a moment.
    await eventually('no note', async () => /tags: \[money\]\n(?!\s*note:)/.test(await yaml()));
    await shown.waitFor({ state: 'detached' });
  });

  it('shows what has changed, and lets go of an annotation for good', async () => {
    const context = [
      'prefix: "has talked of leaving for years?\\n\\nTolland: "',
      'suffix: " It lost two of its five boats in the storm"',
      'tags: [ferry]',
    ];
    await given(annotationOf(OLD, context.join('\n    ')), /text changed: review/);
    const choose = async (label: string) => {
      await workbench.runCommand('Interview Lens: Review Changed Text…');
      await workbench.pick(label);
    };
    await choose('Compare Old and New Words');
    const words = workbench.page.locator('.monaco-diff-editor').first();
    await eventually('both', async () => {
      const text = await words.innerText();
      return text.includes('2031') && text.includes('2034');
    });
    await workbench.screenshot('review-compared');
    await workbench.runCommand('View: Close Editor');
    await lens(/text changed: review/);
    await choose('Remove the Annotation');
    await eventually('nothing', async () => !(await yaml()).includes('quote'));
    await workbench.runCommand('Interview Lens: Undo Last Tagging');
    await written(new RegExp(`quote: ${OLD}`));
  });

  it('is held while the file is broken, also over a restart, and written once it is mended', async () => {
    await given(EMPTY, /^fact · Tolland — tag/);
    await writeFile(file, BROKEN);
    await eventually('the problem', async () =>
      /[1-9]/.test(await workbench.page.locator('[id="status.problems"]').innerText()),
    );
    await cursorIn(9);
    await workbench.runCommand('Interview Lens: Mark Claim as Disputed');
    await workbench.runCommand('Notifications: Show Notifications');
    await eventually('a word about it', async () =>
      (await workbench.notifications()).some((text) => text.includes('is held until')),
    );
    // While notifications have the focus VS Code may leave lenses as they were.
    await workbench.page.keyboard.press('Escape');
    await lens(/disputed · fact/);
    assert.equal(await yaml(), BROKEN);
    await workbench.page.reload();
    await workbench.isUp(NAME);
    await lens(/disputed · fact/);
    assert.equal(await yaml(), BROKEN);
    await writeFile(file, annotationOf(OTHER, 'tags: [mended]'));
    await written(/status: disputed/);
    assert.match(await yaml(), new RegExp(`quote: ${QUOTE}`));
    assert.match(await yaml(), new RegExp(`quote: ${OTHER}\\n[^]*tags: \\[mended\\]`));
    await lens(/disputed · fact/);
  });
});

/** A button of a comment, which shows itself to a pointer. */
function action(widget: Locator, title: string): Locator {
  return widget.locator(`.comment-title .action-label[aria-label^="${title}"]`).first();
}
