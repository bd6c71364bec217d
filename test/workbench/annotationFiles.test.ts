import * as assert from 'node:assert/strict';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const NAME = 'claims.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;
const QUOTE = 'The town has less than a tenth of what the wall would cost.';
const YAML = `version: 1\nannotations:\n  - id: abc123\n    quote: ${QUOTE}\n    at: [0, 1]\n    status: verified\n`;
const SETTING = 'interviewLens.annotations.folder';

describe('Annotation files where people want them', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: NAME });
    await writeFile(inFolder(ANNOTATIONS), YAML);
    await tagIsShown();
  });

  after(() => workbench?.close());

  const inFolder = (name: string) => path.join(workbench.folder, name);

  const isThere = (name: string) =>
    access(inFolder(name)).then(
      () => true,
      () => false,
    );

  const tagIsShown = () =>
    eventually('the tag', async () =>
      (await workbench.lenses()).some((one) => one.includes('verified')),
    );

  async function want(folder: string): Promise<void> {
    await mkdir(inFolder('.vscode'), { recursive: true });
    await writeFile(inFolder('.vscode/settings.json'), JSON.stringify({ [SETTING]: folder }));
  }

  const notified = (pattern: RegExp) =>
    eventually(`a notification with ${pattern}`, async () =>
      (await workbench.notifications()).find((text) => pattern.test(text)),
    );

  const press = (button: string) =>
    workbench.page.locator('.notifications-toasts .monaco-button', { hasText: button }).click();

  it('are offered to be moved when the setting changes, and are used until then', async () => {
    await want('tags');
    const sentence = await notified(/wants? it any more/);
    assert.match(sentence, /An annotation file stands where the setting .* doesn’t want it/);
    await tagIsShown();
    await workbench.screenshot('annotation-files-offered');
    assert.ok(await isThere(ANNOTATIONS), 'Nothing is moved unasked.');
    await press('Move Annotation Files');
    await notified(/One annotation file moved/);
    assert.equal(await readFile(inFolder(`tags/${ANNOTATIONS}`), 'utf8'), YAML);
    assert.ok(!(await isThere(ANNOTATIONS)));
    await workbench.screenshot('annotation-files-moved');
    await tagIsShown();
  });

  it('stay in sight where the setting can’t be used, and people are told', async () => {
    await want('../outside');
    await notified(/“\.\.\/outside” leads out of the workspace folder\. .*beside their documents/);
    await tagIsShown();
    await workbench.screenshot('annotation-files-refused');
    await want('tags');
    await tagIsShown();
    assert.equal(await readFile(inFolder(`tags/${ANNOTATIONS}`), 'utf8'), YAML);
  });

  it('are renamed with their document in one step, which one undo takes back', async () => {
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('File: Reveal Active File in Explorer View');
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', {
      hasText: /^claims\.txt$/,
    });
    await row.click();
    await workbench.page.keyboard.press('F2');
    const box = workbench.page.locator('.explorer-folders-view .explorer-item-edited input');
    await box.fill('renamed.txt');
    await box.press('Enter');
    const renamed = `tags/renamed.txt.annotations.yaml`;
    await eventually('both', async () => (await isThere('renamed.txt')) && isThere(renamed));
    assert.ok(!(await isThere(`tags/${ANNOTATIONS}`)));
    await workbench.runCommand('File: Focus on Files Explorer');
    await workbench.page.keyboard.press('Control+z');
    const confirm = workbench.page.locator('.monaco-dialog-box .monaco-button', {
      hasText: 'Undo',
    });
    await eventually('both as they were', async () => {
      if (await confirm.first().isVisible()) {
        await workbench.screenshot('rename-undone');
        await confirm.first().click();
      }
      return (await isThere(NAME)) && isThere(`tags/${ANNOTATIONS}`);
    });
    assert.ok(!(await isThere('renamed.txt')));
    assert.ok(!(await isThere(renamed)));
  });
});
