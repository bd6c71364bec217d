import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { newPage } from '../../../scripts/host/browser';
import { Cleanup } from '../../../scripts/host/cleanup';
import { copyOf } from '../../../scripts/host/fixture';
import { startNodeHost } from '../../../scripts/host/nodeHost';
import { out, root } from '../../../scripts/host/paths';
import { startWebHost } from '../../../scripts/host/webHost';
import { eventually } from '../../../scripts/host/wait';

export interface WorkbenchOptions {
  /** The workspace, absolute; what is opened is a copy. */
  readonly folder: string;
  /** What to open, relative to the folder. */
  readonly file?: string;
  readonly settings?: Record<string, unknown>;
  /** Opens the file alone, without its folder as a workspace. */
  readonly withoutFolder?: boolean;
  /** A packed extension to install, instead of the one in development. */
  readonly vsix?: string;
  /** Where the extension in development is, if not here. */
  readonly extension?: string;
  /** Pixels per CSS pixel in pictures. */
  readonly scale?: number;
  /** Where the extension runs: in Node unless said otherwise. The web host has its files in memory. */
  readonly host?: 'node' | 'web';
}

export interface ScreenshotOptions {
  /** Where the picture goes: `out/screenshots` unless said otherwise. */
  readonly folder?: string | undefined;
  readonly part?: string | undefined;
}

/** So that all of a text is in sight; and nothing in it moves. */
const testSettings = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
};

/** How long VS Code and the extension may take to come up. */
const startMs = 120_000;

/** How long a click, or what it waits for, may take. */
const actionMs = 40_000;

/** How long a command that is offered may take to be found in the palette. */
const paletteMs = 5_000;

/** A tree that is renewed comes to rest within so long. */
const restMs = 400;

/** A row of which so long nothing is seen was not opened by a click. */
const openMs = 3_000;

/** What is dragged is let go after so long, as VS Code asks the extension meanwhile what it is. */
const heldMs = 400;

/** Where nothing would be dropped after so long, nothing will be. */
const startedMs = 2_000;

/** Opens VS Code with the extension in development, in a headless browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const cleanup = new Cleanup();
  try {
    const folder = await copyOf(options.folder, cleanup);
    const settings = { ...testSettings, ...options.settings };
    const started = options.host === 'web' ? webAddress : nodeAddress;
    const address = await started(cleanup, { ...options, folder, settings });
    const page = await newPage(cleanup, options.scale);
    page.setDefaultTimeout(actionMs);
    await page.goto(address);
    const workbench = new Workbench(page, folder, () => cleanup.run());
    await workbench.isUp(options.file);
    return workbench;
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function nodeAddress(cleanup: Cleanup, options: WorkbenchOptions): Promise<string> {
  const { folder, file, settings, vsix, withoutFolder, extension = root } = options;
  const host = await startNodeHost(cleanup, { settings, vsix });
  const openFile = file === undefined ? undefined : path.join(folder, file);
  const inDevelopment = vsix === undefined ? { extensionDevelopmentPath: extension } : {};
  const opening = { openFile, ...inDevelopment };
  return host.url(withoutFolder ? opening : { ...opening, folder });
}

function webAddress(cleanup: Cleanup, options: WorkbenchOptions): Promise<string> {
  const { folder, file: openFile, settings } = options;
  return startWebHost(cleanup, { folder, openFile, settings, extensionDevelopmentPath: root });
}

/** A running VS Code, as a person uses it: what is seen, clicked and typed. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The copy of the workspace that is open. */
    readonly folder: string,
    readonly close: () => Promise<void>,
  ) {}

  /** Resolves when the workbench can be used and, if given, the file is shown. */
  async isUp(file: string | undefined): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: startMs });
    if (file === undefined) return;
    await this.page.locator('.editor-instance .view-line').first().waitFor({ timeout: startMs });
  }

  /** A picture of the window, or of the `part` that a selector names, once nothing moves. */
  async screenshot(
    name: string,
    { folder = path.join(out, 'screenshots'), part = 'body' }: ScreenshotOptions = {},
  ): Promise<void> {
    await mkdir(folder, { recursive: true });
    const shown = this.page.locator(part).first();
    await eventually('the window to come to rest', async () => {
      const before = await shown.screenshot({ animations: 'disabled', caret: 'hide' });
      await this.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      const picture = await shown.screenshot({ animations: 'disabled', caret: 'hide' });
      if (!picture.equals(before)) return false;
      await writeFile(path.join(folder, `${name}.png`), picture);
      return true;
    });
  }

  /** Points at the first place in the editor where `word` is seen; gives the hover's text. */
  async hoverWord(word: string): Promise<string> {
    const hover = this.hover();
    await this.page.mouse.move(0, 0);
    await hover.waitFor({ state: 'hidden' });
    return eventually(
      `a hover on “${word}”`,
      async () => {
        const { x, y } = await this.positionOf(word);
        // Only a pointer that moves and then rests gives a hover.
        await this.page.mouse.move(x - 1, y);
        await this.page.mouse.move(x, y);
        await hover.waitFor({ timeout: 3_000 });
        const text = clean(await hover.innerText());
        return text === '' || text.startsWith('Loading') ? undefined : text;
      },
      20_000,
    );
  }

  /** Points at a row of a view; gives the text of its tooltip. */
  async hoverRow(row: Locator): Promise<string> {
    const tooltip = this.page.locator('.workbench-hover:visible').first();
    return eventually(
      'a tooltip',
      async () => {
        await this.page.mouse.move(0, 0);
        await tooltip.waitFor({ state: 'hidden', timeout: 3_000 });
        await row.hover();
        await tooltip.waitFor({ timeout: 3_000 });
        return clean(await tooltip.innerText());
      },
      20_000,
    );
  }

  /** The hover over the editor's text, to click what is in it. */
  hover(): Locator {
    return this.page.locator('.monaco-editor .monaco-hover:visible').first();
  }

  /** The texts of the code lenses that are in sight, from the top. */
  async lenses(): Promise<string[]> {
    // VS Code adds them in the order in which they are ready.
    const texts = await this.page.locator('.codelens-decoration').evaluateAll((elements) =>
      elements
        .map((one) => ({
          top: one.getBoundingClientRect().top,
          text: (one as HTMLElement).innerText,
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return texts.map(clean).filter((text) => text !== '');
  }

  /** Resolves when there are code lenses in sight: the extension is active and has read the file. */
  async lensesShown(): Promise<void> {
    await this.page.locator('.codelens-decoration a').first().waitFor({ timeout: startMs });
  }

  /** Clicks the first code lens in sight whose text has `text` in it. */
  async clickLens(text: string): Promise<void> {
    // While the editor has no focus, VS Code may keep showing lenses that can't be clicked.
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.codelens-decoration a', { hasText: text }).first().click();
  }

  /** The rows of a view in the side bar: label and description, two spaces in a level. */
  async treeRows(viewName: string): Promise<string[]> {
    const rows = this.view(viewName).locator('.monaco-list-row');
    // Rows that come later stand last in the page, wherever they are seen.
    return rows.evaluateAll((elements) =>
      elements
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => {
          const level = Number(row.getAttribute('aria-level') ?? 1);
          const parts = Array.from(row.querySelectorAll('.label-name, .label-description'));
          const text = parts.map((part) => part.textContent?.trim()).join(' ');
          return '  '.repeat(level - 1) + text;
        }),
    );
  }

  /** What stands beside the title of a view. */
  async viewDescription(viewName: string): Promise<string> {
    const description = this.view(viewName).locator('.pane-header .description');
    return (await description.count()) > 0 ? clean(await description.first().innerText()) : '';
  }

  /** Opens a row that has others below it, and leaves one that is open already. */
  async openRow(viewName: string, text: string): Promise<void> {
    const row = this.treeRow(viewName, text);
    const isOpen = this.view(viewName)
      .locator('.monaco-list-row[aria-expanded="true"]', { hasText: text })
      .first();
    await eventually(`“${text}” to be open`, async () => {
      if (await isOpen.isVisible()) return true;
      await row.click();
      // A second click too soon would close it again.
      await isOpen.waitFor({ timeout: openMs }).catch(() => undefined);
      return isOpen.isVisible();
    });
  }

  /** The row of a view whose text has `text` in it, to click or hover. */
  treeRow(viewName: string, text: string): Locator {
    return this.view(viewName).locator('.monaco-list-row', { hasText: text }).first();
  }

  /**
   * Drags a row of a view onto another one. It is let go only where VS Code shows that it would drop
   * there: while a tree is being renewed its rows move under the pointer.
   */
  async dragRow(row: Locator, target: Locator): Promise<void> {
    const { mouse } = this.page;
    await eventually('a row to drop on', async () => {
      const from = await atRest(row);
      await mouse.move(from.x, from.y);
      await mouse.down();
      const isTarget = await this.holdOver(target);
      // Back on itself nothing is dropped.
      if (!isTarget) await mouse.move(from.x, from.y, { steps: 4 });
      await mouse.up();
      return isTarget;
    });
  }

  /** Whether VS Code would drop on a row, where what is dragged is held. */
  private async holdOver(target: Locator): Promise<boolean> {
    const begin = performance.now();
    let isTarget = false;
    for (let tries = 0; performance.now() - begin < (isTarget ? heldMs : startedMs); tries++) {
      const { x, y } = await middleOf(target);
      // Of a pointer that rests, a driven browser tells pages nothing; a real one does.
      await this.page.mouse.move(x + (tries % 2), y, { steps: 4 });
      isTarget = /drop-target/.test((await target.getAttribute('class')) ?? '');
    }
    return isTarget;
  }

  /** Runs a command by its title in the command palette, once it is offered there. */
  async runCommand(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title });
    await eventually(`the command “${title}”`, async () => {
      await this.page.keyboard.press('F1');
      // Keys that go into the text late, as after “Go to Line”, close the palette.
      await this.quickInput().fill(`>${title}`, { timeout: paletteMs });
      const isOffered = await row
        .first()
        .click({ timeout: paletteMs })
        .then(() => true)
        .catch(() => false);
      // What is offered is settled when the palette opens.
      if (!isOffered) await this.page.keyboard.press('Escape');
      return isOffered;
    });
  }

  /** The rows that a quick pick offers. */
  async quickPickRows(): Promise<string[]> {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row');
    return (await rows.allInnerTexts()).map(clean);
  }

  /** Chooses the row of a quick pick whose text has `text` in it. */
  async pick(text: string): Promise<void> {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: text }).first().click();
  }

  /** Types into the box of a quick pick. */
  async typeInto(text: string): Promise<void> {
    await this.quickInput().fill(text);
  }

  /** Accepts what is picked in a quick pick of several. */
  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  /** Answers an input box. */
  async answer(text: string): Promise<void> {
    await this.quickInput().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Where the cursor is, as the status bar says, both from 1, and how many characters are selected. */
  async cursorPosition(): Promise<{ line: number; column: number; selected: number }> {
    const status = this.page.locator('[id="status.editor.selection"]');
    const text = await status.innerText();
    const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text) ?? [];
    if (!line || !column) throw new Error(`The status bar says “${text}” of the cursor.`);
    const [, selected = 0] = /\((\d+) selected\)/.exec(text) ?? [];
    return { line: Number(line), column: Number(column), selected: Number(selected) };
  }

  /** The texts of the notifications in sight. */
  async notifications(): Promise<string[]> {
    const messages = this.page.locator('.notification-list-item-message');
    return (await messages.allInnerTexts()).map(clean);
  }

  /** The text of the editor that is in sight. */
  async visibleText(): Promise<string> {
    return clean(await this.page.locator('.editor-instance .view-lines').first().innerText());
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget input[type="text"]').first();
  }

  private view(name: string): Locator {
    return this.page.locator('.pane', {
      has: this.page.locator('.pane-header .title', { hasText: name }),
    });
  }

  /** The middle of the first place in the editor where a text is seen, in CSS pixels. */
  private async positionOf(word: string): Promise<{ x: number; y: number }> {
    const lines = this.page.locator('.editor-instance .view-line');
    const found = await lines.evaluateAll(findText, word);
    if (!found) throw new Error(`“${word}” is not in sight`);
    return found;
  }
}

/** Where to take hold of a row: on its words. */
async function middleOf(row: Locator): Promise<{ x: number; y: number }> {
  const box = await row.boundingBox();
  if (!box) throw new Error('The row is not in sight.');
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + box.height / 2 };
}

/** A row that has stood in one place for a while: others may come above it when a tree is renewed. */
async function atRest(row: Locator): Promise<{ x: number; y: number }> {
  let [since, before] = [performance.now(), await middleOf(row)];
  return eventually('a row at rest', async () => {
    const now = await middleOf(row);
    if (now.y !== before.y) [since, before] = [performance.now(), now];
    return performance.now() - since > restMs ? now : undefined;
  });
}

/** Runs in the page: looks for a word in the lines, however they are cut into elements. */
function findText(lines: Element[], word: string): { x: number; y: number } | undefined {
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const text = nodes.map((node) => node.data.replaceAll('\u00a0', ' ')).join('');
    const begin = text.indexOf(word);
    if (begin < 0) continue;
    let rest = begin + Math.floor(word.length / 2);
    for (const node of nodes) {
      if (rest >= node.length) {
        rest -= node.length;
        continue;
      }
      const range = document.createRange();
      range.setStart(node, rest);
      range.setEnd(node, rest + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      // What is scrolled out of sight, or covered, can't be pointed at.
      if (line.contains(document.elementFromPoint(middle.x, middle.y))) return middle;
      break;
    }
  }
  return undefined;
}

/** A text's lines without the no-break spaces and padding that VS Code puts into them. */
function clean(text: string): string {
  const lines = text.replaceAll('\u00a0', ' ').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
