import { readFile, readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { newPage } from './browser';
import type { Cleanup } from './cleanup';
import { vscodeWeb } from './fetched';
import { memfsExtension } from './paths';
import { testVerdict } from './verdict';

/** What the workbench opens; all paths are absolute. */
export interface WebOpening {
  /** Its files are copied into memory: folder `memfs:/workspace`. */
  readonly folder: string;
  readonly extensionDevelopmentPath: string;
  /** Has to be below the extension's folder: VS Code runs it where that extension runs. */
  readonly extensionTestsPath?: string;
  /** What to open, relative to the folder, with slashes. */
  readonly openFile?: string | undefined;
  readonly settings?: Record<string, unknown>;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const quiet = {
  'extensions.ignoreRecommendations': true,
  // See `quiet` of the Node host.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Runs an extension's tests in the web worker extension host; see `testVerdict`. */
export async function testInWebHost(
  cleanup: Cleanup,
  opening: WebOpening,
  limitMs: number,
): Promise<number> {
  const url = await startWebHost(cleanup, opening);
  const never = new Promise<never>(() => undefined);
  return testVerdict(await newPage(cleanup), url, never, limitMs);
}

/** Starts a static server of VS Code, the extensions and the workspace. Gives its address. */
export async function startWebHost(cleanup: Cleanup, opening: WebOpening): Promise<string> {
  const folders = {
    vscode: await vscodeWeb(),
    extension: opening.extensionDevelopmentPath,
    memfs: memfsExtension,
  };
  const workspace = JSON.stringify(await contents(opening.folder));
  const server = createServer(async (request, response) => {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const body =
      pathname === '/'
        ? workbenchPage(new URL(origin), opening)
        : pathname === '/workspace.json'
          ? workspace
          : await served(folders, decodeURIComponent(pathname));
    const type = contentTypes[path.extname(pathname) || '.html'] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body);
  });
  cleanup.add(() => closed(server));
  return listening(server);
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A file of the folder that the first part of the path names; undefined when there is none. */
async function served(
  folders: Record<string, string>,
  pathname: string,
): Promise<Buffer | undefined> {
  const [, name = '', ...rest] = pathname.split('/');
  const folder = folders[name];
  if (folder === undefined) return undefined;
  const file = path.join(folder, ...rest);
  if (!file.startsWith(folder + path.sep)) return undefined;
  return readFile(file).catch(() => undefined);
}

/** What is in a folder: paths with a slash at the start, and base64 (null for a folder). */
async function contents(folder: string, prefix = ''): Promise<[string, string | null][]> {
  const found: [string, string | null][] = [];
  for (const entry of await readdir(path.join(folder, prefix), { withFileTypes: true })) {
    const name = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push([name, null], ...(await contents(folder, name)));
    else found.push([name, await readFile(path.join(folder, name), 'base64')]);
  }
  return found;
}

/** The page that starts VS Code, as its own does, but without a server to ask for anything. */
function workbenchPage({ host, port }: URL, opening: WebOpening): string {
  const { extensionDevelopmentPath, extensionTestsPath, openFile, settings } = opening;
  const served = (name: string) => ({ scheme: 'http', authority: host, path: name });
  const tests =
    extensionTestsPath &&
    path.relative(extensionDevelopmentPath, extensionTestsPath).split(path.sep);
  const options = {
    additionalBuiltinExtensions: [served('/memfs')],
    configurationDefaults: { ...quiet, ...settings },
    developmentOptions: {
      extensions: [served('/extension')],
      ...(tests && { extensionTestsPath: served(`/extension/${tests.join('/')}`) }),
    },
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'interview-lens-tests.memfs': ['fileSearchProvider'] },
    },
    // Each webview wants an origin of its own, by name: browsers take these for this machine.
    webviewEndpoint: `http://{{uuid}}.localhost:${port}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
  };
  const payload = openFile === undefined ? [] : [['openFile', `memfs:/workspace/${openFile}`]];
  const scripts = [
    'loader.js',
    'webPackagePaths.js',
    'workbench/workbench.web.main.nls.js',
    'workbench/workbench.web.main.js',
  ];
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Tests</title>
<link rel="stylesheet" data-name="vs/workbench/workbench.web.main"
  href="/vscode/out/vs/workbench/workbench.web.main.css"></head>
<body>
${scripts.slice(0, 2).map(scriptTag).join('\n')}
<script>
  for (const [name, file] of Object.entries(self.webPackagePaths)) {
    self.webPackagePaths[name] = location.origin + '/vscode/node_modules/' + name + '/' + file;
  }
  require.config({ baseUrl: location.origin + '/vscode/out', paths: self.webPackagePaths });
</script>
${scripts.slice(2).map(scriptTag).join('\n')}
<script>
  require(['vs/workbench/workbench.web.main'], (workbench) => {
    const revive = (key, value) =>
      value && value.scheme ? workbench.URI.from(value) : value;
    const options = JSON.parse(${JSON.stringify(JSON.stringify(options))}, revive);
    options.workspaceProvider = {
      workspace: { folderUri: workbench.URI.from({ scheme: 'memfs', path: '/workspace' }) },
      trusted: true,
      payload: ${JSON.stringify(payload)},
      open: async () => false,
    };
    workbench.create(document.body, options);
  });
</script>
</body></html>`;
}

function scriptTag(file: string): string {
  return `<script src="/vscode/out/vs/${file}"></script>`;
}
