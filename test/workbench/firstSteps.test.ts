import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { root } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const NAME = 'town-hall-oral-history.md';

describe('A newcomer', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: path.join(root, 'media/sample'), file: NAME });
    await workbench.lensesShown();
  });

  after(() => workbench?.close());

  /** What is asked for, once it is: the title of the box. */
  const asked = () =>
    eventually('a question', async () => {
      const [title = ''] = await workbench.page
        .locator('.quick-input-widget:visible .quick-input-title')
        .allInnerTexts();
      return title.trim() !== '' && title.trim();
    });

  it('tags from the walkthrough, where the interview is out of sight', async () => {
    await workbench.runCommand('Interview Lens: Open Walkthrough');
    const { page } = workbench;
    await page.locator('.getting-started-step', { hasText: 'Tag a claim' }).first().click();
    await page.locator('.monaco-button:visible', { hasText: 'Tag Claim at the Cursor' }).click();
    assert.match(await asked(), /Hall|flood|Flood|water/);
    assert.match(await workbench.visibleText(), /Ruth Adler/);
    await page.keyboard.press('Escape');
  });

  it('takes back by hand what was decided by hand about a speaker', async () => {
    const turns = await workbench.page.locator('.view-line', { hasText: 'Karl Behrens' }).count();
    assert.ok(turns > 0);
    const file = path.join(workbench.folder, `${NAME}.annotations.yaml`);
    await writeFile(file, 'version: 1\ndocument:\n  notSpeakers: [Karl Behrens, NOTE]\n');
    const explain = 'Interview Lens: Explain Recognition…';
    await eventually('the decision', async () => {
      await workbench.runCommand(explain);
      await asked();
      const isThere = (await workbench.quickPickRows()).some((row) =>
        row.includes('is no speaker'),
      );
      if (!isThere) await workbench.page.keyboard.press('Escape');
      return isThere;
    });
    await workbench.pick('“Karl Behrens” is no speaker');
    await eventually('the decision to be gone', async () =>
      /notSpeakers: \[NOTE\]/.test(await readFile(file, 'utf8')),
    );
  });

  for (const [format, name] of [
    ['Report (Markdown)', 'town-hall-oral-history report.md'],
    ['Table (CSV)', 'town-hall-oral-history table.csv'],
  ] as const)
    it(`is not proposed to write over the interview: ${format}`, async () => {
      await workbench.runCommand(`Interview Lens: Export as ${format}…`);
      await workbench.pick('This interview');
      await workbench.pick('Only what people said');
      if (format === 'Report (Markdown)') await workbench.pick('By topic');
      const proposed = await eventually('a name', async () => {
        const box = workbench.page.locator('.quick-input-widget input[type="text"]').first();
        const value = await box.inputValue();
        return value.includes('town-hall') && path.basename(value);
      });
      assert.equal(proposed, name);
      assert.equal(await asked(), `Export: ${format}`);
      await workbench.page.keyboard.press('Escape');
    });
});
