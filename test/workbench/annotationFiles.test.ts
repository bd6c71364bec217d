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

  /** Resolves when there is a notification, in the list of all: VS Code pops them up only in a window that has the focus. */
  async function notified(pattern: RegExp): Promise<void> {
    await workbench.runCommand('Notifications: Show Notifications');
    await eventually(`a notification with ${pattern}`, async () =>
      (await workbench.notifications()).some((text) => pattern.test(text)),
    );
  }

  /** While notifications have the focus VS Code may leave lenses as they were. */
  const leaveNotifications = async () => {
    await workbench.page.keyboard.press('Escape');
    await tagIsShown();
  };

  /** Resolves when `check` does; VS Code asks before an extension renames files along, and before it undoes that. */
  const agreedUntil = (what: string, check: () => Promise<boolean>) =>
    eventually(what, async () => {
      const agree = workbench.page.locator('.monaco-dialog-box .monaco-button', {
        hasText: /^(?:OK|Yes|Undo.*)$/,
      });
      if (await agree.first().isVisible()) {
        await workbench.screenshot(`annotation-files-${what.replaceAll(' ', '-')}`);
        await agree.first().click();
      }
      return check();
    });

  it('are offered to be moved when the setting changes, and are used until then', async () => {
    await want('tags');
    await notified(/An annotation file is no longer where the setting .* wants it/);
    await workbench.screenshot('annotation-files-offered');
    await leaveNotifications();
    assert.ok(await isThere(ANNOTATIONS), 'Nothing is moved unasked.');
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .monaco-button', { hasText: 'Move Annotation Files' })
      .first()
      .click();
    await notified(/One annotation file moved/);
    assert.equal(await readFile(inFolder(`tags/${ANNOTATIONS}`), 'utf8'), YAML);
    assert.ok(!(await isThere(ANNOTATIONS)));
    await workbench.screenshot('annotation-files-moved');
    await leaveNotifications();
  });

  it('are renamed with their document in one step, which one undo takes back', async () => {
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('File: Reveal Active File in Explorer View');
    const rowOf = (name: string) =>
      workbench.page.locator('.explorer-folders-view .monaco-list-row', {
        hasText: new RegExp(`^${name}$`),
      });
    await rowOf(NAME).click();
    await workbench.page.keyboard.press('F2');
    const box = workbench.page.locator('.explorer-folders-view .explorer-item-edited input');
    await box.fill('renamed.txt');
    await box.press('Enter');
    const renamed = 'tags/renamed.txt.annotations.yaml';
    await agreedUntil('both', async () => (await isThere('renamed.txt')) && isThere(renamed));
    assert.ok(!(await isThere(`tags/${ANNOTATIONS}`)));
    await workbench.screenshot('annotation-files-renamed');
    await rowOf('renamed.txt').click();
    await workbench.page.keyboard.press('Control+z');
    await agreedUntil('both as they were', async () => {
      return (await isThere(NAME)) && isThere(`tags/${ANNOTATIONS}`);
    });
    assert.ok(!(await isThere('renamed.txt')));
    assert.ok(!(await isThere(renamed)));
  });

  it('stay in sight where the setting can’t be used, and people are told', async () => {
    await want('../outside');
    await notified(/“\.\.\/outside” leads out of the workspace folder\. .*beside their documents/);
    await workbench.screenshot('annotation-files-refused');
    await leaveNotifications();
    assert.equal(await readFile(inFolder(`tags/${ANNOTATIONS}`), 'utf8'), YAML);
  });
});
