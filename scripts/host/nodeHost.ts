import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { newPage } from './browser';
import type { Cleanup } from './cleanup';
import { serverProgram } from './fetched';
import { eachLine, end, finish, start } from './program';
import { testVerdict } from './verdict';
import { within } from './wait';

/** What a workbench opens; all paths are absolute. */
export interface Opening {
  readonly folder?: string | undefined;
  readonly openFile?: string | undefined;
  readonly extensionDevelopmentPath?: string | undefined;
  readonly extensionTestsPath?: string | undefined;
}

/** VS Code's server, ready to be opened in a browser. */
export interface NodeHost {
  /** The address of a workbench. */
  url(opening: Opening): string;
  /** Rejects when the server ends before it is stopped. */
  readonly broken: Promise<never>;
}

/** Settings that keep VS Code from asking, greeting, notifying, waiting for an account or using the network. */
export const quiet: Record<string, unknown> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  // In the browser it saves after a second, on a slow machine in the middle of a test.
  'files.autoSave': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'github.gitAuthentication': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const flags = [
  '--host=127.0.0.1',
  '--without-connection-token',
  // Without it the workbench ignores the extension that the address names.
  '--enable-smoke-test-driver',
  '--accept-server-license-terms',
  '--disable-telemetry',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
];

export interface NodeHostOptions {
  readonly settings?: Record<string, unknown> | undefined;
  /** 0 means any free one. */
  readonly port?: number | undefined;
  /** A packed extension that is installed before the server starts. */
  readonly vsix?: string | undefined;
}

/** Starts VS Code's server with data of its own. */
export async function startNodeHost(
  cleanup: Cleanup,
  { settings = {}, port = 0, vsix }: NodeHostOptions = {},
): Promise<NodeHost> {
  const { node, script } = await serverProgram();
  const data = await cleanup.temporaryFolder();
  await writeSettings(data, { ...quiet, ...settings });
  if (vsix !== undefined) {
    const install = [`--install-extension=${vsix}`, `--server-data-dir=${data}`];
    await finish(node, [script, ...install, '--accept-server-license-terms'], {});
  }
  const args = [script, `--port=${port}`, ...flags, `--server-data-dir=${data}`];
  // The server leaves sockets in these folders.
  const server = start(node, args, {
    env: { ...process.env, TMPDIR: data, XDG_RUNTIME_DIR: data },
  });
  // It has nothing to lose, and its extension host would live on for some seconds.
  cleanup.add(() => end(server, 200));
  const broken = brokenWhenEnded(server);
  const up = Promise.race([listening(server), broken]);
  const bound = await within(up, 30_000, 'The start of VS Code’s server');
  return { broken, url: (opening) => workbenchUrl(bound, opening) };
}

/** Runs an extension's tests in the Node extension host; see `testVerdict`. */
export async function testInNodeHost(
  cleanup: Cleanup,
  opening: Opening,
  limitMs: number,
): Promise<number> {
  const host = await startNodeHost(cleanup);
  const page = await newPage(cleanup);
  return testVerdict(page, host.url(opening), host.broken, limitMs);
}

async function writeSettings(data: string, settings: Record<string, unknown>): Promise<void> {
  const folder = path.join(data, 'data/Machine');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings));
}

function brokenWhenEnded(server: ChildProcess): Promise<never> {
  let lastWords = '';
  server.stderr?.on('data', (data: Buffer) => (lastWords = (lastWords + data).slice(-2000)));
  const broken = new Promise<never>((_, reject) => {
    server.on('error', reject);
    server.on('exit', (code, signal) =>
      reject(new Error(`VS Code’s server ended (${signal ?? code}).\n${lastWords}`)),
    );
  });
  // Its end is expected once nobody awaits it any more.
  broken.catch(() => undefined);
  return broken;
}

/** The port that the server chose, once it takes requests. */
function listening(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let port = 0;
    eachLine(server.stdout, (line) => {
      port ||= Number(/^Server bound to 127\.0\.0\.1:(\d+)/.exec(line)?.[1] ?? 0);
      if (line.includes('Extension host agent listening')) resolve(port);
    });
  });
}

function workbenchUrl(port: number, opening: Opening): string {
  const authority = `127.0.0.1:${port}`;
  const remote = (file: string) => `vscode-remote://${authority}${asUriPath(file)}`;
  const { folder, ...files } = opening;
  const payload = Object.entries(files).flatMap(([key, file]) =>
    file === undefined ? [] : [[key, remote(file)]],
  );
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (folder === undefined) query.set('ew', 'true');
  else query.set('folder', asUriPath(folder));
  return `http://${authority}/?${query}`;
}

/** A path as URIs have it: with slashes and, on Windows too, a slash at the start. */
function asUriPath(file: string): string {
  const slashes = file.split(path.sep).join('/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}
