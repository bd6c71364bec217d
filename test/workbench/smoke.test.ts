import * as assert from 'node:assert/strict';
import { workspaceFixture } from '../../scripts/host/paths';
import { openWorkbench, type Workbench } from './support/workbench';

describe('The workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'ferry-interview.txt' });
  });

  after(() => workbench?.close());

  it('shows the interview with lenses', async () => {
    assert.match(await workbench.visibleText(), /Island Courier: How long will the ferry/);
    await workbench.lensesShown();
    assert.ok((await workbench.lenses()).length > 0);
  });

  it('shows a hover on a name', async () => {
    assert.match(await workbench.hoverWord('Halloran'), /Halloran/);
  });
});
