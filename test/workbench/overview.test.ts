import * as assert from 'node:assert/strict';
import axe from 'axe-core';
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

describe('The overview', () => {
  let workbench: Workbench;
  let page: Frame;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'pier.txt' });
    await workbench.lensesShown();
    await workbench.runCommand('Interview Lens: Show Overview of Interview');
    page = await overviewPage(workbench);
  });

  after(() => workbench?.close());

  it('shows who speaks when', async () => {
    assert.match(await page.locator('h1').innerText(), /pier\.txt/);
    assert.match(await page.locator('#summary-band').innerText(), /Ines Calder · answers · \d+ %/);
    assert.equal(await page.locator('svg[aria-labelledby="title-band"] a').count(), 6);
    await workbench.screenshot('overview-page');
  });

  it('leads into the text, by mouse and by keyboard', async () => {
    const turns = page.locator('svg[aria-labelledby="title-band"] a');
    await turns.nth(1).click();
    const before = await eventually('the cursor on a turn', async () => {
      const { line } = await workbench.cursorPosition();
      return line > 1 ? line : undefined;
    });
    await turns.nth(0).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.page().keyboard.press(key);
    await eventually('the cursor on the next', async () => {
      const { line } = await workbench.cursorPosition();
      return line > before;
    });
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
});
