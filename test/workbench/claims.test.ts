import * as assert from 'node:assert/strict';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

const NAME = 'claims.txt';
const TOWN = 'The town has less than a tenth of what the wall would cost.';

describe('Claims in long paragraphs', () => {
  let workbench: Workbench;
  let file: string;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: NAME });
    file = path.join(workbench.folder, `${NAME}.annotations.yaml`);
    await workbench.lensesShown();
  });

  after(() => workbench?.close());

  // Emptied first: a file that is made and deleted at once may never be told of.
  afterEach(async () => {
    await press('Escape');
    await writeFile(file, 'version: 1\n');
    await eventually('no tags', async () => !(await workbench.lenses()).join().includes('edit…'));
    await rm(file);
  });

  /** Until the file holds something, and the lenses show that it has been read. */
  async function written(...patterns: RegExp[]): Promise<void> {
    await eventually(`a file with ${patterns.join(', ')}`, async () => {
      const yaml = await readFile(file, 'utf8').catch(() => '');
      return patterns.every((pattern) => pattern.test(yaml));
    });
    await eventually('the lens', async () => (await workbench.lenses()).join().includes('edit…'));
  }

  const press = (key: string) => workbench.page.keyboard.press(key);

  /** Types into the picker and presses Enter, which picks and empties the box. */
  async function pickByKeys(typed: string): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget input[type="text"]').first();
    await workbench.page.keyboard.type(typed);
    await press('Enter');
    await eventually('an empty box', async () => (await input.inputValue()) === '');
  }

  async function openPickerByKeys(line: number): Promise<void> {
    await press('Control+g');
    await workbench.answer(`:${line}:30`);
    await eventually('the line', async () => (await workbench.cursorPosition()).line === line);
    await press('Control+k');
    await press('t');
  }

  const titled = (words: string) =>
    eventually(`“${words}”`, async () => (await title(workbench)).includes(words));

  it('stand above each paragraph: two with a number, the rest counted', async () => {
    await workbench.screenshot('claims');
    const [first, lone] = await workbench.lenses();
    assert.match(first ?? '', /^① prediction · unlikely · Tolland — tag…/);
    assert.match(first ?? '', /② prediction · almost certain/);
    assert.match(first ?? '', /\d more claims…$/);
    assert.equal(lone, 'fact · Tolland — tag…');
  });

  it('are tagged by keys alone, several things at once', async () => {
    await openPickerByKeys(9);
    await titled('The town has less');
    for (const typed of ['cause', 'Insurance', 'high', 'local politics']) await pickByKeys(typed);
    await workbench.screenshot('claims-picker');
    await press('Enter');
    await written(
      /quote: The town has less than a tenth of what the wall would cost\.\n/,
      /kind: cause\n/,
      /tags: \[local politics, Insurance\]\n|tags: \[Insurance, local politics\]\n/,
      /confidence: high\n/,
    );
    await eventually('the lens', async () =>
      (await workbench.lenses()).some((lens) => /cause · Tolland · .*Insurance/.test(lens)),
    );
    await workbench.runCommand('Interview Lens: Undo Last Tagging');
    await eventually('no file', () =>
      access(file).then(
        () => false,
        () => true,
      ),
    );
  });

  it('get what begins as typed by Enter; the new tag stands right below', async () => {
    const { page } = workbench;
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    const offered = async (focused: string) => {
      await page.locator('.monaco-list-row.focused', { hasText: focused }).waitFor();
      const labels = await rows.locator('.label-name').allInnerTexts();
      assert.deepEqual(
        labels.map((label) => label.trim()),
        ['Drones and missiles', 'Add tag “drones”'],
      );
    };
    await workbench.clickLens('fact');
    await titled('The town has less');
    await workbench.typeInto('drones');
    await offered('Drones and missiles');
    await workbench.screenshot('claims-offer');
    await press('Enter');
    await eventually('all rows', async () => (await rows.count()) > 5);
    await workbench.typeInto('drones');
    await offered('Drones and missiles');
    await press('ArrowDown');
    await offered('Add tag “drones”');
    await press('Enter');
    await eventually('all rows', async () => (await rows.count()) > 5);
    await press('Enter');
    await written(/tags: \[drones\]\n/, /topics: \[[^\]]*missiles[^\]]*\]\n/);
  });

  it('have one kind: the one picked last', async () => {
    await workbench.clickLens('fact');
    await titled('The town has less');
    await workbench.pick('judgement');
    await eventually('one kind', async () => (await checked(workbench)).join() === 'judgement');
    await press('Enter');
    await written(/kind: judgement\n/);
  });

  it('keep what was picked when the note is left', async () => {
    await workbench.clickLens('fact');
    await titled('The town has less');
    await pickByKeys('money');
    await pickByKeys('Write a note');
    await press('Enter');
    await titled('Note');
    await press('Escape');
    await written(/tags: \[money\]\n/);
  });

  it('stay as they are where nothing is picked, and lose their tags where all is taken back', async () => {
    await workbench.clickLens('fact');
    await titled('The town has less');
    await workbench.pick('fact');
    await eventually('no kind', async () => (await checked(workbench)).length === 0);
    await press('Enter');
    await eventually('a word on it', async () =>
      (await workbench.page.locator('.part.statusbar').innerText()).includes(
        'Nothing was picked, so nothing was written.',
      ),
    );
    await assert.rejects(access(file));
    await writeFile(file, yamlOf([[TOWN, 'tags: [money]']]));
    await eventually('the tag', async () => (await workbench.lenses()).join().includes('money'));
    await workbench.clickLens('money');
    await titled('The town has less');
    for (const picked of ['fact', 'money']) await workbench.pick(picked);
    await eventually('no picks', async () => (await checked(workbench)).length === 0);
    await press('Enter');
    await eventually('no tags', async () => !(await readFile(file, 'utf8')).includes('quote'));
  });

  it('are made of selected words, unless that is taken back', async () => {
    await press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+End']) await press(key);
    for (const isTakenBack of [true, false]) {
      await press('Control+k');
      await press('t');
      await titled('The Quay Letter');
      assert.deepEqual(await checked(workbench), ['claim']);
      if (isTakenBack) await workbench.pick('claim');
      await eventually('the pick', async () => (await checked(workbench)).length === +!isTakenBack);
      await press('Enter');
      await workbench.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
      if (isTakenBack) await assert.rejects(access(file));
    }
    await written(/quote: /);
    assert.doesNotMatch(await readFile(file, 'utf8'), /kind|tags/);
  });

  it('get their note', async () => {
    await workbench.clickLens('fact');
    await titled('The town has less');
    await workbench.pick('Write a note…');
    await press('Enter');
    await titled('Note');
    await workbench.answer('Ask the treasurer');
    await written(/note: Ask the treasurer\n/);
  });

  it('are marked in the text when they are tagged, also without a lens of their own', async () => {
    const quotes = [
      'The insurers have refused to pay, because the inspection reports were three years old.',
      'In 2028 the council spent forty million crowns on dredging and nothing on the wall.',
      'The regional government should publish the contracts at once.',
    ];
    await writeFile(file, yamlOf(quotes.map((quote) => [quote, 'tags: [a]'])));
    for (const words of ['refused', 'crowns', 'regional']) {
      await eventually(`a line under “${words}”`, () => isUnderlined(workbench, words));
    }
    assert.equal(await isUnderlined(workbench, 'breakwater will'), false);
    await workbench.screenshot('claims-tagged');
  });

  it('are all listed in the paragraph’s picker, from which one is tagged', async () => {
    await workbench.clickLens('more claims');
    const rows = await eventually('the rows', async () => {
      const found = await workbench.quickPickRows();
      return found.length > 0 ? found : undefined;
    });
    assert.ok(rows.some((row) => row.includes('Some council members have said')));
    await workbench.pick('The regional government should');
    await titled('The regional government');
    await press('Enter');
    await written(/quote: The regional government should publish/);
  });

  const refusals = [
    ['Claims of This Paragraph…', 'Nothing is claimed in this paragraph.'],
    ['Add Tag to Codebook', 'Nothing in this interview has a tag yet.'],
  ] as const;
  for (const [command, sentence] of refusals) {
    it(`are told where there are none: ${command}`, async () => {
      await press('Control+Home');
      await workbench.runCommand(`Interview Lens: ${command}`);
      await workbench.runCommand('Notifications: Show Notifications');
      await eventually(sentence, async () => (await workbench.notifications()).includes(sentence));
      await workbench.runCommand('Notifications: Clear All Notifications');
      await press('Control+1');
    });
  }

  it('lead from the view into the text: a click leaves the keys in the view, Enter takes them along', async () => {
    await workbench.runCommand('View: Show Interview Lens');
    for (const view of ['Topics', 'Entities']) await fold(workbench, view);
    await workbench.runCommand('Focus on Claims View');
    const hasKeys = (part: string) =>
      workbench.page.locator(`${part}:focus-within`).first().waitFor();
    const selected = (count: (characters: number) => boolean) =>
      eventually('the selection', async () => count((await workbench.cursorPosition()).selected));
    const claim = 'The town has less than a tenth of what the wall would cost.';
    await workbench.treeRow('Claims', claim).click();
    await selected((characters) => characters === claim.length);
    await hasKeys('.pane-body');
    await press('ArrowDown');
    await press('Enter');
    await selected((characters) => characters > 0 && characters !== claim.length);
    await hasKeys('.editor-instance');
  });

  it('are listed in the view, also where two annotations are of the same words', async () => {
    const quote = 'The town has less than a tenth of what the wall would cost.';
    await writeFile(
      file,
      yamlOf([
        [quote, 'tags: [money, money]'],
        [quote, 'tags: [town]'],
        ['words that are nowhere in the text', 'tags: [gone]'],
      ]),
    );
    await workbench.runCommand('View: Show Interview Lens');
    for (const view of ['Topics', 'Entities']) await fold(workbench, view);
    await workbench.runCommand('Focus on Claims View');
    const of = (rows: string[], words: string) => rows.filter((row) => row.includes(words)).length;
    const rows = await eventually('the view', async () => {
      const found = await workbench.treeRows('Claims');
      const areAll =
        of(found, 'The town has less') === 2 && of(found, 'words that are nowhere') === 1;
      return areAll ? found : undefined;
    });
    assert.equal(rows[0], 'Not in the text any more 1');
    assert.match(rows[1] ?? '', /^ {2}words that are nowhere in the text/);
    await workbench.screenshot('claims-view');
    await workbench.runCommand('Group Claims by Tag');
    await eventually('the tags', async () => {
      const groups = (await workbench.treeRows('Claims')).filter((row) => !row.startsWith(' '));
      return /^Not in the text any more 1; money 1; town 1; Without a tag \d+$/.test(
        groups.join('; '),
      );
    });
    // VS Code forgets lenses that are to be renewed when the keys leave the text, until they are back.
    await press('Control+1');
    await eventually('the lenses', async () =>
      /money.*town/s.test((await workbench.lenses()).join()),
    );
  });
});

/** An annotation file of quotes with some more YAML each. */
function yamlOf(annotations: readonly (readonly [quote: string, more: string])[]): string {
  const items = annotations.map(
    ([quote, more], index) => `  - id: id${index}\n    quote: ${quote}\n    ${more}\n`,
  );
  return `version: 1\nannotations:\n${items.join('')}`;
}

/** The title of the quick pick or input box in sight; empty if there is none. */
async function title({ page }: Workbench): Promise<string> {
  const titles = page.locator('.quick-input-widget:visible .quick-input-title');
  return (await titles.count()) > 0 ? titles.first().innerText() : '';
}

/** The rows that are picked, of a quick pick of several. */
async function checked({ page }: Workbench): Promise<string[]> {
  const rows = page.locator('.quick-input-widget .monaco-list-row[aria-checked="true"]');
  return (await rows.locator('.label-name').allInnerTexts()).map((text) => text.trim());
}

/** Folds a view in the side bar, if it is open. */
async function fold({ page }: Workbench, view: string): Promise<void> {
  const header = page.locator('.pane-header[aria-expanded="true"]', {
    has: page.locator('.title', { hasText: view }),
  });
  if ((await header.count()) > 0) await header.first().click();
}

/** Whether some words in sight have a solid line under them. VS Code draws lines apart from the text. */
function isUnderlined({ page }: Workbench, words: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const lines = Array.from(document.querySelectorAll('.editor-instance .cdr')).filter(
      (mark) => getComputedStyle(mark).borderBottomStyle === 'solid',
    );
    const texts = Array.from(document.querySelectorAll('.editor-instance .view-line span span'));
    const found = texts.find(({ textContent }) =>
      textContent.replaceAll('\u00a0', ' ').includes(wanted),
    );
    const word = found?.firstChild;
    if (!word) return false;
    const range = document.createRange();
    range.setStart(word, (word.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted));
    range.setEnd(word, range.startOffset + wanted.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return lines.some((mark) => {
      const box = mark.getBoundingClientRect();
      return box.left < right && box.right > left && box.top < bottom && box.bottom > top;
    });
  }, words);
}
