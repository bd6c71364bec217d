// npm start                          opens the extension on the sample interview
// npm start -- path/to/interview.txt on a file of one's own
// npm start -- --check               opens it, sees that it works, and ends
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { newPage } from './host/browser';
import { withCleanup, type Cleanup } from './host/cleanup';
import { startNodeHost, type NodeHost, type Opening } from './host/nodeHost';
import { root } from './host/paths';
import { finish } from './host/program';

const sample = path.join(root, 'media/sample/harbour-interview.txt');

/** A view of the extension in the activity bar, which is only there if VS Code has read the manifest. */
const contributed = '.activitybar .action-label[aria-label^="Interview Lens"]';

/** Something the extension itself puts up when it is active. */
const activeSign = '.codelens-decoration a';

const isWindows = process.platform === 'win32';

/** The file to open. @throws a sentence for the user if there is none */
function fileToOpen(given: string | undefined): string {
  // npm changes to the project's folder, but a path is meant from where it was typed.
  const file = given ? path.resolve(process.env['INIT_CWD'] ?? '', given) : sample;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no file “${file}”. Give the path of an interview.`);
  if (!found.isFile()) throw new Error(`“${file}” is not a file. Give the path of an interview.`);
  return file;
}

/** The desktop's `code`, if there is one and a display for it. */
function desktopCode(): string | undefined {
  const chosen = process.env['VSCODE_PATH'];
  if (chosen) return chosen;
  const hasDisplay =
    process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay) return undefined;
  const answer = spawnSync('code', ['--version'], { shell: isWindows, stdio: 'ignore' });
  return answer.status === 0 ? 'code' : undefined;
}

async function openDesktop(code: string, file: string): Promise<void> {
  console.log(`Opening ${path.basename(file)} in VS Code …`);
  const args = [`--extensionDevelopmentPath=${root}`, path.dirname(file), file];
  const child = spawn(code, args, { stdio: 'inherit', shell: isWindows });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new Error(`“${code}” ended with ${exitCode}.`);
}

/** Runs VS Code in the browser until Ctrl+C. */
async function openInBrowser(file: string, cleanup: Cleanup): Promise<void> {
  const { host, url } = await serve(file, cleanup);
  console.log(`\nInterview Lens runs in VS Code at\n\n  ${url}\n\nCtrl+C ends it.`);
  openSystemBrowser(url);
  await host.broken;
}

async function serve(file: string, cleanup: Cleanup): Promise<{ host: NodeHost; url: string }> {
  const host = await startNodeHost(cleanup);
  const opening: Opening = {
    folder: path.dirname(file),
    openFile: file,
    extensionDevelopmentPath: root,
  };
  return { host, url: host.url(opening) };
}

/** Opens the address where that can be done; it has been printed in any case. */
function openSystemBrowser(url: string): void {
  if (process.env['CI'] || (process.platform === 'linux' && !process.env['DISPLAY'])) return;
  const commands: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open'],
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Opens it in a headless browser and waits for signs of life. */
async function check(file: string, cleanup: Cleanup): Promise<void> {
  const begin = performance.now();
  const { url } = await serve(file, cleanup);
  const page = await newPage(cleanup);
  await page.goto(url);
  await page.locator(contributed).waitFor({ timeout: 60_000 });
  await page.locator(activeSign).first().waitFor({ timeout: 60_000 });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`VS Code is up, and Interview Lens is active (${seconds} s).`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  const file = fileToOpen(positionals[0]);
  await finish(process.execPath, [path.join(root, 'esbuild.js')], { cwd: root });
  if (values.check) return withCleanup((cleanup) => check(file, cleanup));
  const code = desktopCode();
  if (code !== undefined) return openDesktop(code, file);
  return withCleanup((cleanup) => openInBrowser(file, cleanup));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
