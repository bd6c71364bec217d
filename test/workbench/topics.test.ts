import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const TAXONOMY = `# Ours.
topics:
  - label: Ferries and harbours
    color: '#0072b2'
    terms: [ferry, line, service]
    children:
      - label: Timetable
        terms: [winter, year, day]
  - label: Money
    color: '#d55e00'
    terms: [money, pay, offer, "thousand*"]
  - label: Whales
    terms: [whale]
`;

describe('The Topics view', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'ferry-interview.txt' });
    await writeFile(path.join(workbench.folder, 'taxonomy.yaml'), TAXONOMY);
    await workbench.lensesShown();
    await workbench.runCommand('View: Show Interview Lens');
    await workbench.treeRow('Topics', 'Ferries and harbours').waitFor();
  });

  after(() => workbench?.close());

  const rows = () => workbench.treeRows('Topics');

  it('shows topics with what touches them, and hides the others until they are asked for', async () => {
    assert.ok(!(await rows()).some((row) => row.startsWith('Whales')));
    await workbench.runCommand('Interview Lens: Show Topics Without Passages');
    await workbench.treeRow('Topics', 'Whales').waitFor();
    await workbench.runCommand('Interview Lens: Hide Topics Without Passages');
    await workbench.treeRow('Topics', 'Whales').waitFor({ state: 'detached' });
    await workbench.treeRow('Topics', 'Ferries and harbours').click();
    await eventually('passages', async () => (await rows()).some((row) => /answer \d/.test(row)));
  });

  it('counts the topics that are touched in a badge', async () => {
    const badges = workbench.page.locator('.activitybar .badge-content');
    await eventually('three', async () => (await badges.allInnerTexts()).includes('3'));
  });

  it('marks the words of the selected topic in its colour, and of those below it', async () => {
    const marks = workbench.page.locator('.view-overlays .cdr');
    const blue = await eventually('blue marks', async () => {
      const colors = await marks.evaluateAll((all) =>
        all.map((mark) => getComputedStyle(mark).backgroundColor),
      );
      const found = colors.filter((color) => color === 'rgba(0, 114, 178, 0.2)');
      return found.length > 0 ? found : undefined;
    });
    // “Ferry”, “Line”, “ferry”, “Line”, “service”; “day”, “winters”, “years”.
    assert.equal(blue.length, 8);
  });

  it('is copied as quotes by the keyboard', async () => {
    await workbench.openRow('Topics', 'Ferries and harbours');
    await workbench.page.keyboard.press('Control+c');
    await eventually('the quotes', async () => {
      const text = await workbench.page.evaluate(() => navigator.clipboard.readText());
      return /^> .*\n>\n> — .*\*, ferry-interview\.txt:\d+$/m.test(text);
    });
  });

  it('shows the whole folder, by document and by speaker', async () => {
    await workbench.runCommand('Interview Lens: Show Topics of the Whole Folder');
    await eventually('counts over documents', async () =>
      (await rows()).some((row) => /^Ferries and harbours \d+ in \d+/.test(row)),
    );
    await workbench.runCommand('Interview Lens: Group Passages of Topics by Speaker');
    await workbench.openRow('Topics', 'Ferries and harbours');
    await eventually('speakers', async () =>
      (await rows()).some((row) => /^ {2}(?:Ines )?Halloran \d/.test(row)),
    );
    await workbench.screenshot('topics-folder-speakers');
    await workbench.runCommand('Interview Lens: Group Passages of Topics by Document');
    await workbench.runCommand('Interview Lens: Show Topics of This Document');
  });

  it('is filtered while typing; leaving the box brings all back', async () => {
    const { keyboard } = workbench.page;
    const onlyWhatFits = () =>
      eventually('only what fits', async () => {
        const shown = await rows();
        return shown.length > 0 && !shown.some((row) => row.startsWith('Money'));
      });
    await workbench.runCommand('Interview Lens: Filter Topics…');
    await workbench.typeInto('timetable');
    await onlyWhatFits();
    await keyboard.press('Escape');
    await workbench.treeRow('Topics', 'Money').waitFor();
    await workbench.runCommand('Interview Lens: Filter Topics…');
    await workbench.answer('timetable');
    await onlyWhatFits();
    await workbench.runCommand('Interview Lens: Clear Filter of Topics');
    await workbench.treeRow('Topics', 'Money').waitFor();
  });

  it('is not all: interviews are searched by who says what', async () => {
    await workbench.runCommand('Interview Lens: Search Interviews…');
    await workbench.typeInto('speaker:halloran topic:money late');
    await eventually('the passage', async () =>
      (await workbench.quickPickRows()).some((row) => /came too late/.test(row)),
    );
    await workbench.screenshot('search');
    await workbench.accept();
    await eventually('the words', async () => (await workbench.cursorPosition()).line === 11);
  });

  it('leads back when a search is left, and leaves open what is opened then', async () => {
    await workbench.runCommand('Interview Lens: Go to Previous Question');
    const lineOnce = (what: string, isMeant: (line: number) => boolean) =>
      eventually(what, async () => {
        const { line } = await workbench.cursorPosition();
        return isMeant(line) && line;
      });
    const before = await lineOnce('another line', (line) => line !== 11);
    await workbench.runCommand('Interview Lens: Search Interviews…');
    await workbench.typeInto('speaker:halloran topic:money late');
    await lineOnce('what is looked at', (line) => line === 11);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('F1');
    await lineOnce('the line before', (line) => line === before);
    await workbench.typeInto('>Interview Lens');
    await eventually('commands', async () => (await workbench.quickPickRows()).length > 1);
    await workbench.page.keyboard.press('Escape');
  });

  it('takes what terms find from a topic, and remembers it', async () => {
    await workbench.treeRow('Topics', 'answer 1').click();
    // The words are shown; the keyboard goes back to the tree, wherever it was.
    await eventually('the words', async () => (await workbench.cursorPosition()).line === 7);
    await workbench.page.keyboard.press('Control+0');
    await workbench.page.locator('.pane .monaco-list.element-focused:focus-within').waitFor();
    await workbench.page.keyboard.press('Delete');
    const file = path.join(workbench.folder, 'ferry-interview.txt.annotations.yaml');
    const yaml = await eventually('the file', async () => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text.includes('notTopics:') ? text : undefined;
    });
    assert.match(yaml, /notTopics: \[/);
  });

  it('goes on with what stood nearest to what is gone', async () => {
    const focused = workbench.page.locator('.pane .monaco-list-row.focused.selected');
    await eventually('the passage before', async () => {
      const labels = await focused.evaluateAll((all) => all.map((row) => row.ariaLabel ?? ''));
      return labels.some((label) => label.includes('question 1'));
    });
    await workbench.page.keyboard.press('F2');
    await titled(/Rename “Ferries/);
    await workbench.page.keyboard.press('Escape');
  });

  it('is changed by keys where the focus is, which the arrows move without selecting', async () => {
    await workbench.treeRow('Topics', 'Ferries and harbours').click();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('F2');
    await titled(/Rename “Money”/);
    await workbench.answer('Means');
    await workbench.treeRow('Topics', 'Means').waitFor();
    const yaml = await readFile(path.join(workbench.folder, 'taxonomy.yaml'), 'utf8');
    assert.match(yaml, /- id: money\n {4}label: Means\n/);
  });

  it('takes a passage that is dragged to another topic', async () => {
    const row = (text: string) => workbench.treeRow('Topics', text);
    const file = (name: string) => readFile(path.join(workbench.folder, name), 'utf8');
    await workbench.openRow('Topics', 'Ferries and harbours');
    await row('question 1').waitFor();
    await workbench.dragRow(row('question 1'), row('Means'));
    await eventually('the topic', async () =>
      (await file('ferry-interview.txt.annotations.yaml')).includes('topics: [money]'),
    );
  });

  it('puts a topic that is dragged to another under it', async () => {
    const row = (text: string) => workbench.treeRow('Topics', text);
    const yaml = () => readFile(path.join(workbench.folder, 'taxonomy.yaml'), 'utf8');
    assert.match(await yaml(), /^ {2}- id: money$/m);
    await workbench.dragRow(row('Means'), row('Ferries and harbours'));
    await eventually('the topic under the other one', async () =>
      /^ {6}- id: money\n {8}label: Means$/m.test(await yaml()),
    );
    await eventually('its row', async () => (await rows()).some((one) => /^ {2}Means/.test(one)));
    assert.match(await yaml(), /^# Ours\.$/m);
  });

  /** Until the quick input has a title. */
  async function titled(title: RegExp): Promise<void> {
    await eventually(`the title ${title}`, async () => {
      const shown = await workbench.page.locator('.quick-input-title').allInnerTexts();
      return shown.some((text) => title.test(text));
    });
  }
});

describe('The Topics view is seen', () => {
  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['contrast', 'Default High Contrast'],
  ] as const) {
    it(`in a ${name} theme`, async () => {
      const settings = {
        'workbench.colorTheme': theme,
        'interviewLens.topics.highlight': 'all',
        'interviewLens.topics.lens': true,
      };
      const file = 'ferry-interview.txt';
      const workbench = await openWorkbench({ folder: workspaceFixture, file, settings });
      try {
        await writeFile(path.join(workbench.folder, 'taxonomy.yaml'), TAXONOMY);
        await workbench.lensesShown();
        await workbench.runCommand('View: Show Interview Lens');
        await workbench.treeRow('Topics', 'Ferries and harbours').click();
        await workbench.treeRow('Topics', 'answer').waitFor();
        await workbench.screenshot(`topics-${name}`);
      } finally {
        await workbench.close();
      }
    });
  }
});
