import * as path from 'node:path';

/** The project's folder. */
export const root = path.resolve(__dirname, '../..');

/** Where fetched hosts are kept; git-ignored, safe to delete. */
export const hostCache = path.join(root, '.vscode-test');

/** Built tests, screenshots and the like; git-ignored, safe to delete. */
export const out = path.join(root, 'out');

/** The web host's in-memory file system, as built by `bundleTests`. */
export const memfsExtension = path.join(out, 'test/memfs');

/** The integration tests in one file, as built by `bundleTests`. */
export const integrationBundle = path.join(out, 'test/integration.js');

/** The workspace that the integration tests see; every run gets a copy. */
export const workspaceFixture = path.join(root, 'test/fixtures/workspace');
