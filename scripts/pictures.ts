// npm run pictures               makes all of the README's pictures
// npm run pictures -- window     some of them
import * as path from 'node:path';
import { openWorkbench, type Workbench } from '../test/workbench/support/workbench';
import { root } from './host/paths';
import { finish } from './host/program';

interface Shot {
  /** Its file is `media/screenshots/NAME.png`. */
  readonly name: string;
  /** What to do before the picture is taken. */
  readonly prepare: (workbench: Workbench) => Promise<unknown>;
  /** A part of the window, as a CSS selector; the whole window if there is none. */
  readonly part?: string;
  readonly settings?: Record<string, unknown>;
}

/** All are of the sample interview, each in a workbench of its own. */
const shots: readonly Shot[] = [
  {
    name: 'overview',
    prepare: async (workbench) => {
      await workbench.runCommand('View: Show Interview Lens');
      await workbench.treeRow('Topics', 'Sanctions and export controls').click();
      await workbench.treeRow('Topics', 'before the interview').waitFor();
      await workbench.runCommand('Interview Lens: Go to Next Question');
    },
  },
  {
    name: 'hover',
    part: '.editor-instance',
    prepare: (workbench) => workbench.hoverWord('Peskov'),
  },
  {
    name: 'tagging',
    part: '.quick-input-widget',
    prepare: (workbench) => workbench.clickLens('likely'),
  },
];

const settings = {
  'breadcrumbs.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

async function take(shot: Shot): Promise<void> {
  const workbench = await openWorkbench({
    folder: path.join(root, 'media/sample'),
    file: 'harbour-interview.txt',
    settings: { ...settings, ...shot.settings },
    scale: 2,
  });
  try {
    await workbench.lensesShown();
    await shot.prepare(workbench);
    await workbench.screenshot(shot.name, {
      folder: path.join(root, 'media/screenshots'),
      part: shot.part,
    });
  } finally {
    await workbench.close();
  }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  await finish(process.execPath, [path.join(root, 'esbuild.js')], { cwd: root });
  for (const shot of shots) {
    if (wanted.length > 0 && !wanted.includes(shot.name)) continue;
    await take(shot);
    console.log(`media/screenshots/${shot.name}.png`);
  }
}

void main();
