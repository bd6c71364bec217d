import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

describe('Reading an interview', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'strait-interview.txt' });
    await workbench.lensesShown();
  });

  after(() => workbench?.close());

  it('shows a card on Peskov', async () => {
    const card = await workbench.hoverWord('Peskov');
    await workbench.screenshot('card');
    for (const words of ['Dmitry Peskov', 'person', 'Kremlin spokesman', '3 mentions']) {
      assert.ok(card.includes(words), `“${words}” is not in: ${card}`);
    }
  });

  it('has all views open, each with rows in sight', async () => {
    await workbench.runCommand('View: Show Interview Lens');
    for (const view of ['Topics', 'Entities', 'Claims']) {
      await workbench.treeRow(view, '').waitFor();
    }
    await workbench.screenshot('views');
  });

  const rows = [
    {
      view: 'Claims',
      row: 'I think a new round of sanctions',
      tells: [
        'I think a new round of sanctions is unlikely before the summer.',
        'It reads as a judgement because of “I think” and “unlikely”.',
        '“unlikely” means unlikely (20–45 %).',
        /^It can .*be checked\.$/,
      ],
    },
    {
      view: 'Entities',
      row: 'European Union',
      tells: ['European Union', 'Also: EU'],
    },
  ];
  for (const { view, row, tells } of rows) {
    it(`tells more of a row of ${view} when the pointer rests on it`, async () => {
      const lines = (await workbench.hoverRow(workbench.treeRow(view, row))).split('\n');
      for (const [index, told] of tells.entries()) {
        if (typeof told === 'string') assert.equal(lines[index], told);
        else assert.match(lines[index] ?? '', told);
      }
    });
  }

  it('goes to a mention by the card’s link', async () => {
    await workbench.hoverWord('Peskov');
    await workbench.hover().getByText('13', { exact: true }).click();
    await eventually('the cursor on line 13', async () => {
      const { line } = await workbench.cursorPosition();
      return line === 13;
    });
  });

  it('tags a claim by its lens, and the tag is in the file and on the lens', async () => {
    await workbench.clickLens('unlikely');
    await workbench.typeInto('verified');
    await workbench.pick('Add tag “verified”');
    await workbench.screenshot('tag-picker');
    await workbench.accept();
    const file = path.join(workbench.folder, 'strait-interview.txt.annotations.yaml');
    const yaml = await eventually('the file', () => readFile(file, 'utf8').catch(() => undefined));
    assert.match(yaml, /quote: I think a new round of sanctions is unlikely before the summer\./);
    assert.match(yaml, /tags: \[verified\]/);
    const lens = await eventually('the lens', async () =>
      (await workbench.lenses()).find((title) => title.includes('verified')),
    );
    assert.match(lens, /unlikely · Ferrant · verified — edit…/);
    await workbench.screenshot('tagged');
  });

  it('takes the tag back', async () => {
    await workbench.runCommand('Interview Lens: Undo Last Tagging');
    await eventually('no tag', async () =>
      (await workbench.lenses()).every((title) => !title.includes('verified')),
    );
  });

  it('goes from a topic to a passage', async () => {
    await workbench.runCommand('View: Show Interview Lens');
    await workbench.treeRow('Topics', 'Sanctions and export controls').click();
    const passage = workbench.treeRow('Topics', 'a new round of sanctions');
    await passage.waitFor();
    await workbench.screenshot('topics');
    await passage.click();
    await eventually('the cursor on the term', async () => {
      const { line, column } = await workbench.cursorPosition();
      return line === 9 && column > 100;
    });
  });
});
