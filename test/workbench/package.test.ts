import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { out, root, workspaceFixture } from '../../scripts/host/paths';
import { openWorkbench, type Workbench } from './support/workbench';

/** All that a user needs, and nothing else. */
const SHIPPED = [
  /^dist\/(?:node|web)\/extension\.js$/,
  /^dist\/node\/(?:analysing|later)\.js$/,
  /^dist\/webview\/\w+\.(?:js|css)$/,
  /^media\/[\w.-]+\.weights$/,
  /^media\/(?:icon\.png|view\.svg)$/,
  /^media\/(?:sample|schemas|walkthrough)\//,
  /^(?:l10n|syntaxes)\//,
  /^package(?:\.nls(?:\.[\w-]+)?)?\.json$/,
  /^(?:README|CHANGELOG|ThirdPartyNotices)\.md$|^LICENSE$/,
];

describe('The package', () => {
  const vsix = path.join(out, 'test/interview-lens.vsix');
  let workbench: Workbench | undefined;

  after(() => workbench?.close());

  it('holds what is needed, and nothing else', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const strays = files.filter((file) => !SHIPPED.some((pattern) => pattern.test(file)));
    assert.deepEqual(strays, []);
    for (const pattern of SHIPPED)
      assert.ok(
        files.some((file) => pattern.test(file)),
        `${pattern}`,
      );
  });

  it('works once it is installed', async () => {
    await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
    workbench = await openWorkbench({
      folder: workspaceFixture,
      file: 'ferry-interview.txt',
      vsix,
    });
    await workbench.lensesShown();
    assert.match(await workbench.hoverWord('Halloran'), /Ines Halloran/);
  });
});
