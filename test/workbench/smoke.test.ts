import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const NAME = 'ferry-interview.txt';

describe('The workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: NAME });
  });

  after(() => workbench?.close());

  it('shows the interview with lenses', async () => {
    assert.match(await workbench.visibleText(), /Island Courier: How long will the ferry/);
    await workbench.lensesShown();
    assert.ok((await workbench.lenses()).length > 0);
  });

  it('says in the status bar what it is, with a link that explains', async () => {
    const { page } = workbench;
    await page.locator('[id="status.languageStatus"]').first().hover();
    const status = page.locator('.workbench-hover:visible', { hasText: 'Interview · 2 speakers' });
    const explain = status.locator('a', { hasText: 'Explain' });
    await explain.waitFor();
    const [box, link] = [await status.boundingBox(), await explain.boundingBox()];
    assert.ok(box && link && link.x + link.width < box.x + box.width, 'the link is within');
    await page.mouse.move(0, 0);
  });

  it('shows a hover on a name', async () => {
    assert.match(await workbench.hoverWord('Halloran'), /Halloran/);
  });
});

describe('A file without a folder', () => {
  let workbench: Workbench;

  before(async () => {
    // A theme that leaves out what colours by meaning, unless somebody asks for it.
    const settings = {
      'workbench.colorTheme': 'Default High Contrast Light',
      'window.autoDetectHighContrast': false,
    };
    workbench = await openWorkbench({
      folder: workspaceFixture,
      file: NAME,
      settings,
      withoutFolder: true,
    });
  });

  after(() => workbench?.close());

  it('has lenses, cards and the starter’s topics', async () => {
    await workbench.lensesShown();
    assert.match(await workbench.hoverWord('Halloran'), /Ines Halloran/);
    await workbench.runCommand('View: Show Interview Lens');
    await eventually('the words of the empty view', async () => {
      const text = await workbench.page.locator('.part.sidebar').innerText();
      return /No topic of the starter taxonomy/.test(text);
    });
  });

  it('has its speakers in colours, whatever the theme', async () => {
    await eventually('colours', async () => {
      const colours = await workbench.page
        .locator('.view-line span span')
        .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).color));
      return new Set(colours).size > 2;
    });
  });

  it('is offered nothing that needs a folder', async () => {
    await workbench.page.keyboard.press('F1');
    await workbench.typeInto('>Interview Lens: Whole Folder');
    await eventually('what is found', async () => (await workbench.quickPickRows()).length > 0);
    const rows = await workbench.quickPickRows();
    assert.deepEqual(
      rows.filter((row) => row.includes('Whole Folder')),
      [],
    );
    await workbench.page.keyboard.press('Escape');
  });

  it('is exported into the folder that VS Code proposes, where it has none itself', async () => {
    const { page } = workbench;
    await workbench.runCommand('File: New Untitled Text File');
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await page.keyboard.insertText(await readFile(path.join(workbench.folder, NAME), 'utf8'));
    await workbench.lensesShown();
    await workbench.runCommand('Interview Lens: Export as Table (CSV)…');
    await workbench.pick('Only what people said');
    const proposed = await eventually('a place', async () => {
      const box = page.locator('.quick-input-widget input[type="text"]').first();
      return (await box.inputValue()).includes('/') && box.inputValue();
    });
    assert.ok(`${workbench.folder}/`.startsWith(proposed) && proposed !== '/', proposed);
    await page.keyboard.press('Escape');
    await workbench.runCommand('View: Revert and Close Editor');
  });

  it('can be tagged: the annotation file is written beside it', async () => {
    await workbench.clickLens('tag…');
    await workbench.typeInto('alone');
    await workbench.pick('Add tag “alone”');
    await workbench.accept();
    const file = path.join(workbench.folder, `${NAME}.annotations.yaml`);
    const yaml = await eventually('the file', () => readFile(file, 'utf8').catch(() => undefined));
    assert.match(yaml, /tags: \[alone\]/);
  });
});
