import * as assert from 'node:assert/strict';
import axe from 'axe-core';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

/** The page in the overview's tab, once it shows pictures. */
function overviewPage(workbench: Workbench): Promise<Frame> {
  return eventually('the overview', async () => {
    for (const frame of workbench.page.frames()) {
      if ((await frame.locator('main svg.picture').count()) > 0) return frame;
    }
    return undefined;
  });
}

for (const host of ['node', 'web'] as const) {
  describe(`The overview in the host: ${host}`, () => {
    let workbench: Workbench;
    let page: Frame;

    before(async () => {
      workbench = await openWorkbench({ folder: workspaceFixture, file: 'pier.txt', host });
      await workbench.lensesShown();
      await workbench.runCommand('Interview Lens: Show Overview of Interview');
      page = await overviewPage(workbench);
    });

    after(() => workbench?.close());

    it('shows who speaks when', async () => {
      assert.match(await page.locator('h1').innerText(), /pier\.txt/);
      const summary = await page.locator('#summary-band').innerText();
      assert.match(summary, /Ines Calder · answers · \d+\u00a0%/);
      assert.equal(await page.locator('svg[aria-labelledby="title-band"] a').count(), 6);
      await workbench.screenshot(`overview-page-${host}`);
    });

    it('leads into the text, by mouse and by keyboard', async () => {
      const turns = page.locator('svg[aria-labelledby="title-band"] a');
      await turns.nth(1).click();
      const before = await eventually('the cursor on a turn', async () => {
        const { line } = await workbench.cursorPosition();
        return line > 1 ? line : undefined;
      });
      // The click has led into the text: the keyboard goes where the page is clicked again.
      await page.locator('h1').click();
      await turns.nth(0).focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'Enter'])
        await page.page().keyboard.press(key);
      await eventually('the cursor on the next', async () => {
        const { line } = await workbench.cursorPosition();
        return line > before;
      });
    });

    it('leads from each picture to the line that the mark names', async () => {
      for (const picture of await pictures(page)) {
        const mark = page.locator(`svg[aria-labelledby="title-${picture}"] a`).last();
        const [, line] = /line (\d+)/.exec((await mark.getAttribute('aria-label')) ?? '') ?? [];
        await mark.click();
        await eventually(`${picture}: line ${line}`, async () => {
          return (await workbench.cursorPosition()).line === Number(line);
        });
      }
    });

    it('has a table beside each picture', async () => {
      await page.locator('#table-band').click();
      assert.match(await page.locator('table').first().innerText(), /Ines Calder/);
    });

    it('is accessible, as far as axe can tell', async () => {
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const runner = (globalThis as unknown as { axe: typeof axe }).axe;
        const { violations: found } = await runner.run(document);
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      assert.deepEqual(violations, []);
    });

    it('saves its pictures as SVG', async () => {
      await save('svg', 'claims');
      await workbench.page.locator('.explorer-viewlet', { hasText: 'pier-claims.svg' }).waitFor();
      if (host === 'web') return;
      const svg = await readFile(path.join(workbench.folder, 'pier-claims.svg'), 'utf8');
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.match(svg, /<title>Claims by kind and likelihood<\/title>.*prediction/s);
      assert.doesNotMatch(svg, /<a |<script|href=/);
    });

    it('saves its pictures as PNG', async () => {
      await save('png', 'band');
      const file = workbench.page.locator('.explorer-viewlet .monaco-list-row', {
        hasText: 'pier-band.png',
      });
      // What VS Code shows as a picture is one.
      await file.dblclick();
      await eventually('the picture', async () => {
        for (const frame of workbench.page.frames()) {
          const widths = await frame
            .locator('body.image img, img.scale-to-fit')
            .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
          if (widths.some((width) => width >= 800)) return true;
        }
        return false;
      });
      await workbench.screenshot(`overview-png-${host}`);
    });

    /** Saves a picture where it is proposed to be saved. */
    async function save(format: 'svg' | 'png', picture: string): Promise<void> {
      await page.locator(`#save-${format}-${picture}`).click();
      const input = workbench.page
        .locator('.quick-input-widget:visible input[type="text"]')
        .first();
      await eventually('the proposed file', async () =>
        (await input.inputValue()).endsWith(`/pier-${picture}.${format}`),
      );
      await input.press('Enter');
      await input.waitFor({ state: 'hidden' });
    }
  });
}

/** The pictures that a page shows, in their order. */
function pictures(page: Frame): Promise<string[]> {
  return page
    .locator('svg.picture')
    .evaluateAll((all) =>
      all.map((svg) => svg.getAttribute('aria-labelledby')?.replace('title-', '') ?? ''),
    );
}
