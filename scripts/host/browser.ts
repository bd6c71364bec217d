import { chromium, type Browser, type Page } from 'playwright-core';
import type { Cleanup } from './cleanup';
import { chromiumProgram } from './fetched';
import { within } from './wait';

const flags = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const windowSize = { width: 1280, height: 800 };

export async function launchBrowser(cleanup: Cleanup): Promise<Browser> {
  const { executablePath, env } = await chromiumProgram();
  const browser = await chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, ...env },
    // `cleanup` closes it, in its turn.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  cleanup.add(() => within(browser.close(), 5_000, 'Closing the browser'));
  return browser;
}

/** An empty page in a profile of its own. `scale` is the number of pixels per CSS pixel. */
export async function newPage(cleanup: Cleanup, scale = 1): Promise<Page> {
  const browser = await launchBrowser(cleanup);
  return browser.newPage({
    viewport: windowSize,
    deviceScaleFactor: scale,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}
