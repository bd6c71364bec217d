import * as assert from 'node:assert/strict';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

describe('Going through an interview', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'pier.txt' });
    await workbench.lensesShown();
  });

  after(() => workbench?.close());

  it('shows a speaker’s turns while one is looked for, and goes back on Escape', async () => {
    const before = await workbench.cursorPosition();
    await workbench.runCommand('Interview Lens: Go to Speaker…');
    const speakers = await eventually('the speakers', async () => {
      const rows = await workbench.quickPickRows();
      return rows.length > 0 && rows.every((row) => row.includes('turns')) ? rows : undefined;
    });
    assert.equal(speakers.length, 2, speakers.join('\n'));
    await workbench.pick('Ines Calder');
    await eventually('her turns', async () => {
      const rows = await workbench.quickPickRows();
      return rows.some((row) => row.includes('Because the fishermen'));
    });
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.screenshot('go-to-speaker');
    await workbench.page.keyboard.press('Escape');
    await eventually('the cursor where it was', async () => {
      const after = await workbench.cursorPosition();
      return after.line === before.line && after.column === before.column;
    });
  });

  it('goes to the turn that is chosen', async () => {
    await workbench.runCommand('Interview Lens: Go to Speaker…');
    await workbench.pick('Ines Calder');
    await workbench.pick('Because the fishermen');
    await eventually('the cursor on her turn', async () => {
      const { line, column } = await workbench.cursorPosition();
      return line === 15 && column === 1;
    });
  });

  it('folds what nobody speaks', async () => {
    await workbench.runCommand('Interview Lens: Fold Everything That Is Nobody’s Speech');
    await eventually('the folded text', async () => {
      const text = await workbench.visibleText();
      return !text.includes('port engineer') && text.includes('When did you first hear');
    });
    await workbench.screenshot('folded');
  });
});
